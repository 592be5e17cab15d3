import { closeSync, fsyncSync, openSync } from 'node:fs';
import { type AppError, toAppError } from '../../../preload/contract/result';
import { connect } from '../database/connection';
import { Database } from '../database/database';
import { toFailure } from '../database/sqlite-failure';
import { findDamage } from './find-damage';

/** Long work on a database, done beside the daily one on a connection of its own. */
export type DatabaseJob =
  /** Copies the whole of it, encrypted with the same key, to a file that does not exist yet. */
  | { readonly kind: 'copy'; readonly file: string; readonly keyHex: string; readonly to: string }
  /** Reads all of it. */
  | { readonly kind: 'check'; readonly file: string; readonly keyHex: string };

/** What came of it; `damaged` is false for a copy that was made. */
export type JobAnswer =
  | { readonly ok: true; readonly damaged: boolean }
  | { readonly ok: false; readonly error: AppError };

/** Does a job, wherever that is done. */
export type RunJob = (job: DatabaseJob) => Promise<JobAnswer>;

/** What is written is on the disk itself. */
const syncFile = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const copy = ({ file, keyHex, to }: Extract<DatabaseJob, { kind: 'copy' }>): void => {
  // Not a `Database`: closing that would move the log, which is the business of the connection that writes.
  const connection = connect(file, keyHex);
  try {
    connection.exec('PRAGMA temp_store = MEMORY');
    connection.prepare('VACUUM INTO ?').run([to]);
  } finally {
    connection.close();
  }
  syncFile(to);
};

const check = ({ file, keyHex }: Extract<DatabaseJob, { kind: 'check' }>): boolean => {
  const database = new Database(file, keyHex);
  try {
    database.refuseWrites();
    return findDamage(database);
  } finally {
    database.close();
  }
};

/** Does a job in this thread. Never throws. */
export const doJob = (job: DatabaseJob): JobAnswer => {
  try {
    if (job.kind === 'check') return { ok: true, damaged: check(job) };
    copy(job);
    return { ok: true, damaged: false };
  } catch (thrown) {
    const error = toAppError(toFailure(thrown));
    return job.kind === 'check' && error.code === 'history.damaged'
      ? { ok: true, damaged: true }
      : { ok: false, error };
  }
};

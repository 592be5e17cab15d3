import { Failure, type Result, toAppError } from '../../../preload/contract/result';
import type { DataCounts } from '../../../preload/contract/stored-data';
import { readDataCounts } from '../data-counts';
import { connect } from '../database/connection';
import { Database } from '../database/database';
import { toFailure } from '../database/sqlite-failure';
import { syncFile } from '../database/sync-file';
import { type SalvageCounts, salvageInto } from '../salvage/salvage-into';
import { findDamage } from './find-damage';

/** A database file and its key. */
interface Source {
  readonly file: string;
  readonly keyHex: string;
}

/** A file that does not exist yet. */
interface Target {
  readonly to: string;
}

/** What long work takes and what it answers with. */
interface Jobs {
  /** Copies the whole of a database, encrypted with the same key. */
  readonly copy: { readonly input: Source & Target; readonly value: null };
  /** Reads all of it and tells whether something is wrong. */
  readonly check: { readonly input: Source; readonly value: { readonly damaged: boolean } };
  /** Counts what is in it. */
  readonly count: { readonly input: Source; readonly value: DataCounts };
  /** Completes a sound history of what can be read of a damaged one. */
  readonly salvage: { readonly input: Source & Target; readonly value: SalvageCounts };
}

type Kind = keyof Jobs;

/** Long work on a database, done beside the daily one on a connection of its own. */
export type DatabaseJob<K extends Kind = Kind> = { readonly kind: K } & Jobs[K]['input'];

/** What came of it. */
export type JobAnswer<K extends Kind = Kind> = Result<Jobs[K]['value']>;

/** Is told how far a job is, from 0 to 1. */
export type OnProgress = (done: number) => void;

/** Who waits for a job. */
export interface JobWatch {
  readonly onProgress: OnProgress;
  /** Ends the job: its answer is then `history.unavailable`, and what it was writing is left as it is. */
  readonly signal: AbortSignal;
}

/** Does a job, wherever that is done. */
export type RunJob = <K extends Kind>(job: DatabaseJob<K>, watch?: JobWatch) => Promise<JobAnswer<K>>;

const copy = ({ file, keyHex, to }: Source & Target): null => {
  // Not a `Database`: closing that would move the log, which is the business of the connection that writes.
  const connection = connect(file, keyHex);
  try {
    connection.exec('PRAGMA temp_store = MEMORY');
    connection.prepare('VACUUM INTO ?').run([to]);
  } finally {
    connection.close();
  }
  syncFile(to);
  return null;
};

const reading = <T>({ file, keyHex }: Source, read: (database: Database) => T): T => {
  const database = new Database(file, keyHex);
  try {
    database.refuseWrites();
    return read(database);
  } finally {
    database.close();
  }
};

const isDamaged = (source: Source): boolean => {
  try {
    return reading(source, findDamage);
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'history.damaged') return true;
    throw thrown;
  }
};

const jobs: { readonly [K in Kind]: (input: Jobs[K]['input'], onProgress: OnProgress) => Jobs[K]['value'] } =
  {
    copy,
    check: (source) => ({ damaged: isDamaged(source) }),
    count: (source) => reading(source, readDataCounts),
    salvage: salvageInto,
  };

/** Does a job in this thread. Never throws. */
export const doJob = <K extends Kind>(
  job: DatabaseJob<K>,
  onProgress: OnProgress = () => undefined,
): JobAnswer<K> => {
  try {
    return { ok: true, value: jobs[job.kind](job, onProgress) };
  } catch (thrown) {
    return { ok: false, error: toAppError(toFailure(thrown)) };
  }
};

import { copyFileSync, rmSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Failure } from '../../../preload/contract/result';
import { connect } from './connection';

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const reads = (location: string, keyHex: string): boolean => {
  const connection = connect(location, keyHex);
  try {
    return connection.prepare('PRAGMA user_version').all([]).length === 1;
  } catch {
    return false;
  } finally {
    connection.close();
  }
};

/** A power cut while page 1 was being copied back leaves it torn; its whole copy is in the write-ahead log. */
const readsWithLog = (file: string, keyHex: string): boolean => {
  const copy = `${file}.check`;
  const copies = [copy, `${copy}-wal`, `${copy}-shm`];
  try {
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    return reads(copy, keyHex);
  } finally {
    for (const each of copies) rmSync(each, { force: true });
  }
};

/** Whether a database that nobody writes to, and that has no log, can be read with this key. Changes nothing. */
export const fits = (file: string, keyHex: string): boolean =>
  // `immutable` makes SQLite look at the file alone: no log, no locks, no writes.
  reads(`${pathToFileURL(file).href}?immutable=1&mode=ro`, keyHex);

/**
 * Throws `history.damaged` unless the file is new or can be read with this key, and changes nothing.
 * This must come before the real opening: with a wrong key libsql (seen in 0.5.29) takes the write-ahead log that a
 * crash left behind, writes it back as nonsense and deletes it, which destroys the history.
 */
export const assertKeyFits = (file: string, keyHex: string): void => {
  const logSize = sizeOf(`${file}-wal`);
  if (sizeOf(file) === 0) {
    // SQLite would delete a log without its database, and with it all that is left of the history.
    if (logSize > 0) throw new Failure('history.damaged', 'A write-ahead log without its database');
    return;
  }
  if (fits(file, keyHex)) return;
  if (logSize > 0 && readsWithLog(file, keyHex)) return;
  throw new Failure('history.damaged', 'Not a database, or not its key');
};

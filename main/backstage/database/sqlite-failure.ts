import type { ErrorCode } from '../../../preload/contract/result';
import { Failure } from '../../../preload/contract/result';

const codes: ReadonlyArray<readonly [prefix: string, code: ErrorCode]> = [
  ['SQLITE_FULL', 'history.diskFull'],
  // The shared-memory file could not grow: that is how a full disk shows before the first write.
  ['SQLITE_IOERR_SHMSIZE', 'history.diskFull'],
  // Over a quota, or beyond what the file system lets a file be: no room either.
  ['SQLITE_IOERR_WRITE', 'history.diskFull'],
  ['SQLITE_NOTADB', 'history.damaged'],
  ['SQLITE_CORRUPT', 'history.damaged'],
  ['SQLITE_READONLY', 'history.readOnly'],
  ['SQLITE_BUSY', 'history.unavailable'],
  ['SQLITE_LOCKED', 'history.unavailable'],
  ['SQLITE_CANTOPEN', 'history.unavailable'],
  ['SQLITE_IOERR', 'history.unavailable'],
  ['SQLITE_PERM', 'history.unavailable'],
  ['SQLITE_PROTOCOL', 'history.unavailable'],
];

const sqliteCode = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;

/** Turns an expected SQLite error into a `Failure` that names its code only; anything else is handed back as it is. */
export const toFailure = (thrown: unknown): unknown => {
  const found = sqliteCode(thrown);
  const match = codes.find(([prefix]) => found?.startsWith(prefix));
  return match ? new Failure(match[1], found ?? match[0]) : thrown;
};

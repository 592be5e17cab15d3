import { constants, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { Failure } from '../../../preload/contract/result';
import { Database } from '../database/database';
import { fits } from '../database/key-check';
import { applySettings } from '../database/settings';
import { migrate, versionOf } from '../migrations/migrate';
import { migrations } from '../migrations/migrations';

/** A database file and what SQLite writes beside it. */
export const removeDatabase = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
};

interface SnapshotPlace {
  readonly snapshot: string;
  /** A file that is not there. */
  readonly scratch: string;
  readonly keyHex: string;
}

const read = async <T>(database: Database, work: (database: Database) => T | Promise<T>): Promise<T> => {
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

const readMigrated = async <T>(
  { snapshot, scratch, keyHex }: SnapshotPlace,
  work: (database: Database) => T | Promise<T>,
): Promise<T> => {
  removeDatabase(scratch);
  // Nothing is ever written to a snapshot; on file systems that can, the copy takes no room.
  await copyFile(snapshot, scratch, constants.COPYFILE_FICLONE);
  try {
    const database = new Database(scratch, keyHex);
    return await read(database, (opened) => {
      applySettings(opened);
      migrate(opened, migrations);
      return work(opened);
    });
  } finally {
    removeDatabase(scratch);
  }
};

/**
 * Lets `work` read a snapshot as if this version had written it: one of an earlier version is copied to `scratch` and
 * brought to the newest there. Errors: `history.damaged` (not a snapshot, of another key, or of a newer Parlance).
 */
export const withSnapshot = async <T>(
  place: SnapshotPlace,
  work: (database: Database) => T | Promise<T>,
): Promise<T> => {
  const { snapshot, keyHex } = place;
  if (!fits(snapshot, keyHex)) throw new Failure('history.damaged', 'Not a snapshot, or not of this key');
  const database = new Database(`${pathToFileURL(snapshot).href}?immutable=1&mode=ro`, keyHex);
  const newest = migrations.at(-1)?.version ?? 0;
  const version = versionOf(database);
  database.refuseWrites();
  if (version === newest) return read(database, work);
  database.close();
  if (version === 0 || version > newest)
    throw new Failure('history.damaged', 'The snapshot is empty, or of a newer Parlance');
  return readMigrated(place, work);
};

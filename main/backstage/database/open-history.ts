import { migrate, versionOf } from '../migrations/migrate';
import type { Migration } from '../migrations/migration';
import { migrations } from '../migrations/migrations';
import type { HistoryPlace } from '../protocol-keeping';
import { snapshotAtOnce } from '../snapshots/make-snapshot';
import { Database } from './database';
import { assertKeyFits } from './key-check';
import { applySettings } from './settings';

/** An open history. */
export interface OpenHistory {
  readonly database: Database;
  /** True when a newer Parlance wrote the file: it can be read but not written. */
  readonly readOnly: boolean;
}

/** What stands before the first change of a new schema, or of a new Parlance, can be gone back to. */
const keepFormer = (database: Database, place: HistoryPlace, isUpdate: boolean, newest: number): void => {
  const version = versionOf(database);
  if (version === 0 || (version === newest && !isUpdate)) return;
  const copy = (to: string) => database.copyTo(to);
  if (version < newest) {
    snapshotAtOnce(place, 'migration', copy);
    return;
  }
  try {
    snapshotAtOnce(place, 'update', copy);
  } catch {
    // Nothing of the file changes its form: a full disk must not keep the history shut.
  }
};

/**
 * Opens (or makes) the history and brings it to the newest version.
 * @param steps all migrations in order; tests hand in others. @param isUpdate another version of the app wrote it last: a
 * snapshot is made first, as before a migration.
 * Errors: `history.damaged` (not a database, or not its key; nothing was changed), `history.unavailable`.
 */
export const openHistory = (
  file: string,
  keyHex: string,
  steps: readonly Migration[] = migrations,
  isUpdate = false,
): OpenHistory => {
  assertKeyFits(file, keyHex);
  const database = new Database(file, keyHex);
  try {
    applySettings(database);
    const newest = steps.at(-1)?.version ?? 0;
    const readOnly = versionOf(database) > newest;
    if (readOnly) database.refuseWrites();
    else {
      keepFormer(database, { file, keyHex }, isUpdate, newest);
      migrate(database, steps);
    }
    return { database, readOnly };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
};

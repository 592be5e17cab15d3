import { migrate, versionOf } from '../migrations/migrate';
import type { Migration } from '../migrations/migration';
import { migrations } from '../migrations/migrations';
import { Database } from './database';
import { assertKeyFits } from './key-check';
import { applySettings } from './settings';

/** An open history. */
export interface OpenHistory {
  readonly database: Database;
  /** True when a newer Parlance wrote the file: it can be read but not written. */
  readonly readOnly: boolean;
}

/**
 * Opens (or makes) the history and brings it to the newest version.
 * @param steps all migrations in order; tests hand in others.
 * Errors: `history.damaged` (not a database, or not its key; nothing was changed), `history.unavailable`.
 */
export const openHistory = (
  file: string,
  keyHex: string,
  steps: readonly Migration[] = migrations,
): OpenHistory => {
  assertKeyFits(file, keyHex);
  const database = new Database(file, keyHex);
  try {
    applySettings(database);
    const readOnly = versionOf(database) > (steps.at(-1)?.version ?? 0);
    if (readOnly) database.refuseWrites();
    else migrate(database, file, steps);
    return { database, readOnly };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
};

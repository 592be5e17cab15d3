import type { Database, Reader } from '../database/database';
import { integer } from '../database/row';
import type { Migration } from './migration';

/** The version of the schema: 0 for a new file. Reading it is also the first real read of a file. */
export const versionOf = (reader: Reader): number => {
  const row = reader.first('PRAGMA user_version');
  return row ? integer(row, 'user_version') : 0;
};

/** Beside the original, named with its version and the time, with no character that a file system refuses. */
const snapshotName = (file: string, version: number): string =>
  `${file}.v${version}.${new Date().toISOString().replaceAll(':', '-')}`;

/**
 * Runs the steps that are missing in one transaction, after a snapshot of a file that holds something.
 * When a step fails nothing has changed.
 */
export const migrate = (database: Database, file: string, steps: readonly Migration[]): void => {
  const version = versionOf(database);
  const missing = steps.filter((step) => step.version > version);
  if (missing.length === 0) return;
  if (version > 0) database.copyTo(snapshotName(file, version));
  database.write((writer) => {
    for (const step of missing) {
      writer.script(step.sql);
      writer.script(`PRAGMA user_version = ${step.version}`);
    }
  });
};

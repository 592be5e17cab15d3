import type { Database, Reader } from '../database/database';
import { integer } from '../database/row';
import type { Migration } from './migration';

/** The version of the schema: 0 for a new file. Reading it is also the first real read of a file. */
export const versionOf = (reader: Reader): number => {
  const row = reader.first('PRAGMA user_version');
  return row ? integer(row, 'user_version') : 0;
};

/** Runs the steps that are missing in one transaction. When a step fails nothing has changed. */
export const migrate = (database: Database, steps: readonly Migration[]): void => {
  const version = versionOf(database);
  const missing = steps.filter((step) => step.version > version);
  if (missing.length === 0) return;
  database.write((writer) => {
    for (const step of missing) {
      writer.script(step.sql);
      writer.script(`PRAGMA user_version = ${step.version}`);
    }
  });
};

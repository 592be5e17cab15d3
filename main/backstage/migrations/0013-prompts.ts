import type { Migration } from './migration';

/** - `prompts`: the prompt library. Title, text and tags are JSON, as all text; here since prompts may be private. */
export const prompts: Migration = {
  version: 13,
  sql: `
CREATE TABLE prompts (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  tags TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};

import type { Migration } from './migration';

/** What is typed in the small window for a chat that does not exist yet, as JSON text. */
export const quickDraft: Migration = {
  version: 19,
  sql: `
CREATE TABLE quick_draft (only INTEGER PRIMARY KEY CHECK (only = 1), text TEXT NOT NULL CHECK (json_valid(text))) STRICT;
`,
};

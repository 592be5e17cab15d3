import type { Migration } from './migration';

/**
 * - `pins`: messages that stay in the context when older ones are left out.
 * - `spending`: what all requests of a month (`YYYY-MM`, local time) have cost, whatever became of their chats; `unpriced`
 *   counts those whose cost is not known.
 */
export const pinsAndSpending: Migration = {
  version: 5,
  sql: `
CREATE TABLE pins (
  message_seq INTEGER PRIMARY KEY REFERENCES messages (seq) ON DELETE CASCADE
) STRICT;

CREATE TABLE spending (
  month TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  usd REAL NOT NULL DEFAULT 0,
  unpriced INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
`,
};

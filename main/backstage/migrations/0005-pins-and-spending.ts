import type { Migration } from './migration';

/**
 * - `pins`: messages that stay in the context when older ones are left out.
 * - `spending`: what all requests of a month (`YYYY-MM`, local time) have cost, whatever became of their chats; `unpriced`
 *   counts those whose cost is known in part at most.
 * - `token_counts.exact`: 0 where no recipe is published for a part of the message. Counts made before it are dropped: they
 *   are made again when they are needed.
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

DELETE FROM token_counts;
ALTER TABLE token_counts ADD COLUMN exact INTEGER NOT NULL DEFAULT 1 CHECK (exact IN (0, 1));
`,
};

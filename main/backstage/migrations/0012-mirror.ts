import type { Migration } from './migration';

/**
 * - `mirror`: one row once a mirror folder was ever chosen. `folder`: where chats are written as plain files, NULL while that
 *   is off. `owner`: names this history in the folder, so that no other history's files are touched. `file_id`: the file
 *   that this history was when all was in step; another one (a restored snapshot) is compared anew.
 * - `mirror_queue`: chats that have changed since they were written there, by `seq`; `change` grows with every change, so
 *   that one that comes while the files are written is not forgotten. Empty while the mirror is off.
 */
export const mirror: Migration = {
  version: 12,
  sql: `
CREATE TABLE mirror (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  folder TEXT,
  owner TEXT NOT NULL,
  file_id TEXT NOT NULL
) STRICT;

CREATE TABLE mirror_queue (
  chat_seq INTEGER PRIMARY KEY,
  change INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TRIGGER mirror_message_added AFTER INSERT ON messages
WHEN EXISTS (SELECT 1 FROM mirror WHERE folder IS NOT NULL) BEGIN
  INSERT INTO mirror_queue (chat_seq) VALUES (NEW.chat_seq)
    ON CONFLICT (chat_seq) DO UPDATE SET change = change + 1;
END;

CREATE TRIGGER mirror_message_changed AFTER UPDATE ON messages
WHEN EXISTS (SELECT 1 FROM mirror WHERE folder IS NOT NULL) BEGIN
  INSERT INTO mirror_queue (chat_seq) VALUES (NEW.chat_seq)
    ON CONFLICT (chat_seq) DO UPDATE SET change = change + 1;
END;

CREATE TRIGGER mirror_chat_changed AFTER UPDATE OF title, leaf_seq, options, trashed_at ON chats
WHEN EXISTS (SELECT 1 FROM mirror WHERE folder IS NOT NULL) BEGIN
  INSERT INTO mirror_queue (chat_seq) VALUES (NEW.seq)
    ON CONFLICT (chat_seq) DO UPDATE SET change = change + 1;
END;

CREATE TRIGGER mirror_chat_removed AFTER DELETE ON chats
WHEN EXISTS (SELECT 1 FROM mirror WHERE folder IS NOT NULL) BEGIN
  INSERT INTO mirror_queue (chat_seq) VALUES (OLD.seq)
    ON CONFLICT (chat_seq) DO UPDATE SET change = change + 1;
END;
`,
};

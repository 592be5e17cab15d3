import type { Migration } from './migration';

/**
 * What chats are ordered by.
 * - `folders`, one within another; `chats.folder_seq`: null for a chat that is in none. Chats outlive their folder.
 * - `tags.folded`: how a tag is compared.
 * - `chat_models`, `chats.has_images`: kept by triggers, so that no list has to look through messages.
 * - `chats.title_state`: 0 the title stays, 1 a model may be asked for one, 2 it was asked.
 */
export const order: Migration = {
  version: 10,
  sql: `
CREATE TABLE folders (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_seq INTEGER REFERENCES folders (seq),
  name TEXT NOT NULL,
  CHECK (parent_seq <> seq)
) STRICT;

CREATE INDEX folders_by_parent ON folders (parent_seq);

CREATE TABLE tags (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE chat_tags (
  chat_seq INTEGER NOT NULL REFERENCES chats (seq) ON DELETE CASCADE,
  tag_seq INTEGER NOT NULL REFERENCES tags (seq) ON DELETE CASCADE,
  PRIMARY KEY (chat_seq, tag_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX chat_tags_by_tag ON chat_tags (tag_seq);

CREATE TABLE chat_models (
  model TEXT NOT NULL,
  chat_seq INTEGER NOT NULL REFERENCES chats (seq) ON DELETE CASCADE,
  PRIMARY KEY (model, chat_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX chat_models_by_chat ON chat_models (chat_seq);

ALTER TABLE chats ADD COLUMN folder_seq INTEGER REFERENCES folders (seq) ON DELETE SET NULL;
ALTER TABLE chats ADD COLUMN has_images INTEGER NOT NULL DEFAULT 0 CHECK (has_images IN (0, 1));
ALTER TABLE chats ADD COLUMN title_state INTEGER NOT NULL DEFAULT 0 CHECK (title_state IN (0, 1, 2));

INSERT OR IGNORE INTO chat_models SELECT model, chat_seq FROM messages WHERE model IS NOT NULL;
UPDATE chats SET has_images = 1 WHERE seq IN (
  SELECT m.chat_seq FROM blobs b
    CROSS JOIN message_blobs l ON l.blob_seq = b.seq
    CROSS JOIN messages m ON m.seq = l.message_seq
  WHERE b.width IS NOT NULL);

CREATE TRIGGER messages_note_their_model AFTER INSERT ON messages WHEN NEW.model IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO chat_models VALUES (NEW.model, NEW.chat_seq);
END;

CREATE TRIGGER messages_note_their_images AFTER INSERT ON message_blobs
WHEN (SELECT width FROM blobs WHERE seq = NEW.blob_seq) IS NOT NULL
BEGIN
  UPDATE chats SET has_images = 1
  WHERE has_images = 0 AND seq = (SELECT chat_seq FROM messages WHERE seq = NEW.message_seq);
END;

DROP INDEX chats_listed;
CREATE INDEX chats_listed ON chats (updated_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NULL AND folder_seq IS NULL;
DROP INDEX chats_archived;
CREATE INDEX chats_archived ON chats (updated_at, id) WHERE trashed_at IS NULL AND archived_at IS NOT NULL;
CREATE INDEX chats_in_folder ON chats (folder_seq, updated_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND folder_seq IS NOT NULL;
CREATE INDEX chats_by_folder ON chats (folder_seq) WHERE folder_seq IS NOT NULL;
CREATE INDEX chats_recent ON chats (updated_at, id) WHERE trashed_at IS NULL AND archived_at IS NULL;
CREATE INDEX chats_with_images ON chats (updated_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND has_images = 1;
`,
};

import type { Migration } from './migration';

/**
 * Chats as trees of immutable messages.
 * - Links between rows are integers; the UUIDs that the outside knows stand once per row.
 * - A message's `seq` grows with time, and every child's is greater than its parent's. `depth` is 0 at a root.
 * - Columns named options, params, answer, parts and text hold JSON, whose escapes keep NUL and lone surrogates.
 * - `answer` is null for messages that no model made. Its settings are in `param_sets`, each once, however many answers
 *   share a long system prompt. `parts` comes last, so that the other columns are read without its overflow pages.
 */
export const messageTree: Migration = {
  version: 1,
  sql: `
CREATE TABLE chats (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  leaf_seq INTEGER,
  trashed_at INTEGER,
  options TEXT NOT NULL CHECK (json_valid(options)),
  FOREIGN KEY (seq, leaf_seq) REFERENCES messages (chat_seq, seq)
) STRICT;

CREATE INDEX chats_listed ON chats (updated_at, id) WHERE trashed_at IS NULL;

CREATE TABLE param_sets (
  seq INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  params TEXT NOT NULL CHECK (json_valid(params))
) STRICT;

CREATE TABLE messages (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  chat_seq INTEGER NOT NULL REFERENCES chats (seq),
  parent_seq INTEGER,
  depth INTEGER NOT NULL CHECK (depth >= 0 AND (depth = 0) = (parent_seq IS NULL)),
  role TEXT NOT NULL CHECK (role IN ('system', 'developer', 'user', 'assistant', 'tool')),
  status TEXT NOT NULL CHECK (status IN ('streaming', 'complete', 'stopped', 'interrupted', 'failed')),
  created_at INTEGER NOT NULL,
  params_seq INTEGER REFERENCES param_sets (seq),
  answer TEXT CHECK (json_valid(answer)),
  turn_id TEXT GENERATED ALWAYS AS (answer ->> '$.turnId') VIRTUAL,
  model TEXT GENERATED ALWAYS AS (answer ->> '$.model') VIRTUAL,
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  UNIQUE (chat_seq, seq),
  FOREIGN KEY (chat_seq, parent_seq) REFERENCES messages (chat_seq, seq),
  CHECK ((answer IS NULL) = (params_seq IS NULL)),
  CHECK (answer IS NULL OR role = 'assistant'),
  CHECK (status <> 'streaming' OR answer IS NOT NULL)
) STRICT;

CREATE INDEX messages_children ON messages (chat_seq, parent_seq);
CREATE INDEX messages_streaming ON messages (seq) WHERE status = 'streaming';

CREATE TRIGGER messages_keep_their_place
BEFORE UPDATE OF seq, id, chat_seq, parent_seq, depth, role, created_at, params_seq ON messages
BEGIN
  SELECT RAISE (ABORT, 'a message keeps its place');
END;

CREATE TRIGGER messages_end_once
BEFORE UPDATE ON messages WHEN OLD.status <> 'streaming' OR NEW.status = 'streaming'
BEGIN
  SELECT RAISE (ABORT, 'only a streaming message changes, and once');
END;

CREATE TABLE journal (
  message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,
  offset INTEGER NOT NULL CHECK (offset >= 0),
  text TEXT NOT NULL,
  PRIMARY KEY (message_seq, offset)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  chat_seq INTEGER REFERENCES chats (seq) ON DELETE CASCADE,
  text TEXT NOT NULL,
  options TEXT CHECK (json_valid(options))
) STRICT;

CREATE UNIQUE INDEX drafts_one_per_chat ON drafts (ifnull(chat_seq, 0));

CREATE TABLE token_counts (
  message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,
  encoding TEXT NOT NULL,
  tokens INTEGER NOT NULL CHECK (tokens >= 0),
  PRIMARY KEY (message_seq, encoding)
) STRICT, WITHOUT ROWID;
`,
};

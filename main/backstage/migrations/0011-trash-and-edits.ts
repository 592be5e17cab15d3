import type { Migration } from './migration';

/**
 * - `chats.trashed_at`: -1 marks a chat that was deleted for good; it is taken out in the background (`history/remover`).
 * - `messages_params`: finds settings that no answer has any more.
 * - `edit_drafts`: what was typed into the editor of an earlier message and not sent; JSON, as all text.
 */
export const trashAndEdits: Migration = {
  version: 11,
  sql: `
CREATE INDEX chats_trashed ON chats (trashed_at, id) WHERE trashed_at IS NOT NULL;
CREATE INDEX messages_params ON messages (params_seq) WHERE params_seq IS NOT NULL;

CREATE TABLE edit_drafts (
  chat_seq INTEGER NOT NULL REFERENCES chats (seq) ON DELETE CASCADE,
  message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,
  text TEXT NOT NULL,
  PRIMARY KEY (chat_seq, message_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX edit_drafts_by_message ON edit_drafts (message_seq);
`,
};

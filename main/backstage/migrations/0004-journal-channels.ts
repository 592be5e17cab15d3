import type { Migration } from './migration';

/**
 * More than text comes with a reply, and none of it may be lost.
 * - `journal.channel`: 'text' and 'reasoning' hold stretches of text by their offset; 'toolCalls' and 'logprobs' hold
 *   stretches of JSON Lines in the same way, each of whole lines.
 * - `logprobs`: a JSON array of an ended answer, kept apart from the message because they are many times as long as its text.
 * - `result_drafts`: what was typed as the result of a call and not sent; JSON, as all text.
 * - `messages.name`: of the participant, as the API's `name`; null: none.
 */
export const journalChannels: Migration = {
  version: 4,
  sql: `
DROP TABLE IF EXISTS journal_of_text;
ALTER TABLE journal RENAME TO journal_of_text;

CREATE TABLE journal (
  message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('text', 'reasoning', 'toolCalls', 'logprobs')),
  offset INTEGER NOT NULL CHECK (offset >= 0),
  text TEXT NOT NULL,
  PRIMARY KEY (message_seq, channel, offset)
) STRICT, WITHOUT ROWID;

INSERT INTO journal SELECT message_seq, 'text', offset, text FROM journal_of_text;
DROP TABLE journal_of_text;

CREATE TABLE logprobs (
  message_seq INTEGER PRIMARY KEY REFERENCES messages (seq) ON DELETE CASCADE,
  tokens TEXT NOT NULL CHECK (json_valid(tokens))
) STRICT;

CREATE TABLE result_drafts (
  chat_seq INTEGER NOT NULL REFERENCES chats (seq) ON DELETE CASCADE,
  message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,
  call_id TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (chat_seq, message_seq, call_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE messages ADD COLUMN name TEXT;
`,
};

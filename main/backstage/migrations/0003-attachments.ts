import type { Migration } from './migration';

/**
 * Images and files, each kept once however often it is used.
 * - `blobs.hash`: SHA-256 of the bytes in hex. `text_seq`: the text that was taken out of a file, in UTF-8, itself where it
 *   is nothing else; `text_length`: of that text, in UTF-16 code units.
 * - `message_blobs`: what a message shows or sends, so that blobs nobody uses can be found.
 * - `drafts.attachments`: JSON of what stands beside the text that was typed.
 */
export const attachments: Migration = {
  version: 3,
  sql: `
CREATE TABLE blobs (
  seq INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  mime TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  width INTEGER CHECK (width > 0),
  height INTEGER CHECK (height > 0),
  text_seq INTEGER REFERENCES blobs (seq),
  text_length INTEGER,
  bytes BLOB NOT NULL,
  CHECK ((text_seq IS NULL) = (text_length IS NULL))
) STRICT;

CREATE TABLE message_blobs (
  message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,
  blob_seq INTEGER NOT NULL REFERENCES blobs (seq),
  PRIMARY KEY (message_seq, blob_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_blobs_by_blob ON message_blobs (blob_seq);

CREATE INDEX blobs_by_text ON blobs (text_seq) WHERE text_seq IS NOT NULL;

ALTER TABLE drafts ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attachments));
`,
};

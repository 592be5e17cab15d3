import type { Migration } from './migration';

/** Messages with files are indexed again: what the files say is searched from now on. */
export const searchedFiles: Migration = {
  version: 16,
  sql: `
INSERT OR IGNORE INTO message_search_queue
  SELECT l.message_seq FROM blobs b CROSS JOIN message_blobs l ON l.blob_seq = b.seq WHERE b.text_seq IS NOT NULL;
`,
};

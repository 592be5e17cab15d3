import type { Draft } from '../../../preload/contract/history';
import type { Reader } from '../database/database';
import { text } from '../database/row';

/** An attachment's bytes by name. */
export interface BlobName {
  readonly hash: string;
  readonly mime: string;
}

const SELECT_BLOBS = `
  SELECT b.hash, b.mime FROM blobs b WHERE b.seq IN (
    WITH used (seq) AS (
      SELECT l.blob_seq FROM messages m JOIN message_blobs l ON l.message_seq = m.seq WHERE m.chat_seq = ?1
      UNION SELECT d.seq FROM blobs d WHERE d.hash IN (SELECT value FROM json_each(?2))
    )
    SELECT seq FROM used
    UNION SELECT f.text_seq FROM used JOIN blobs f ON f.seq = used.seq WHERE f.text_seq IS NOT NULL)
  ORDER BY b.seq`;

/**
 * What the messages of a chat and a draft hold, with the texts that were taken out of files. Either may be absent.
 */
export const blobsOf = (reader: Reader, draft: Draft | null, chatSeq?: number): readonly BlobName[] => {
  const hashes = (draft?.attachments ?? []).map(({ hash }) => hash);
  return reader
    .all(SELECT_BLOBS, [chatSeq, JSON.stringify(hashes)])
    .map((row) => ({ hash: text(row, 'hash'), mime: text(row, 'mime') }));
};

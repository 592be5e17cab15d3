import type { Attachment } from '../../../preload/contract/attachments';
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

/** What a chat's messages (absent: none) and drafts hold, with the texts that were taken out of files. */
export const blobsOf = (
  reader: Reader,
  drafts: readonly { readonly attachments?: readonly Attachment[] }[],
  chatSeq?: number,
): readonly BlobName[] => {
  const hashes = drafts.flatMap(({ attachments = [] }) => attachments.map(({ hash }) => hash));
  return reader
    .all(SELECT_BLOBS, [chatSeq, JSON.stringify(hashes)])
    .map((row) => ({ hash: text(row, 'hash'), mime: text(row, 'mime') }));
};

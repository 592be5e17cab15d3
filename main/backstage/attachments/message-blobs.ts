import { attachmentsOf } from '../../../preload/contract/attachments';
import type { MessagePart } from '../../../preload/contract/parts';
import type { Writer } from '../database/database';

/** Notes which blobs a message holds, so that they are kept as long as it is. */
export const linkBlobs = (writer: Writer, messageSeq: number, parts: readonly MessagePart[]): void => {
  for (const { hash } of attachmentsOf(parts)) {
    writer.run(
      'INSERT OR IGNORE INTO message_blobs (message_seq, blob_seq) SELECT ?, seq FROM blobs WHERE hash = ?',
      [messageSeq, hash],
    );
  }
};

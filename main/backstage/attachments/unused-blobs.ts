import type { Writer } from '../database/database';

/** What was added a moment ago is in no message and no draft yet. */
const GRACE_MS = 24 * 60 * 60 * 1000;

const removeOnce = (writer: Writer, now: number): number =>
  writer.run(
    `DELETE FROM blobs AS b
      WHERE b.added_at < ?
        AND NOT EXISTS (SELECT 1 FROM message_blobs m WHERE m.blob_seq = b.seq)
        AND NOT EXISTS (SELECT 1 FROM blobs f WHERE f.text_seq = b.seq AND f.seq <> b.seq)
        AND b.hash NOT IN (
          SELECT a.value ->> '$.hash' FROM drafts d, json_each(d.attachments) a
          UNION ALL SELECT a.value ->> '$.hash' FROM edit_drafts d, json_each(d.attachments) a
          UNION ALL SELECT a.value ->> '$.hash' FROM quick_draft d, json_each(d.attachments) a)`,
    [now - GRACE_MS],
  );

/**
 * Removes bytes that no message and no draft holds, nor a file that one holds as its text; not those added within a day
 * of `now` (milliseconds). Answers with how many went.
 */
export const removeUnusedBlobs = (writer: Writer, now: number): number =>
  // A file goes before its text: twice, so that both go at once.
  removeOnce(writer, now) + removeOnce(writer, now);

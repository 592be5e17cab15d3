import { createHash } from 'node:crypto';
import type { Attachment, AttachmentBytes, AttachmentRef } from '../../../preload/contract/attachments';
import { Failure } from '../../../preload/contract/result';
import type { Reader, Writer } from '../database/database';
import type { Row } from '../database/row';
import { blob, integer, integerOrNull, text } from '../database/row';

/** Bytes to be kept. */
export interface NewBlob {
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** In pixels; of an image only. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The text that was taken out of a file. */
  readonly text?: { readonly seq: number; readonly length: number };
}

/** A blob's place, and its name for ever. */
export interface KeptBlob {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Keeps bytes, once however often they come, at `now` (milliseconds). Those that come again count as new: they are not
 * removed for a day.
 */
export const keepBlob = (
  writer: Writer,
  { mime, bytes, size, text: content }: NewBlob,
  now: number,
): KeptBlob => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const row = writer.first(
    `INSERT INTO blobs (hash, mime, added_at, width, height, text_seq, text_length, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (hash) DO UPDATE SET
        mime = CASE WHEN excluded.text_seq IS NULL AND excluded.width IS NULL THEN mime ELSE excluded.mime END,
        added_at = excluded.added_at,
        width = ifnull(excluded.width, width),
        height = ifnull(excluded.height, height),
        text_seq = ifnull(excluded.text_seq, text_seq),
        text_length = ifnull(excluded.text_length, text_length)
      RETURNING seq`,
    [hash, mime, now, size?.width, size?.height, content?.seq, content?.length, bytes],
  );
  return { seq: integer(row ?? {}, 'seq'), hash };
};

const unknown = (): Failure => new Failure('history.notFound', 'No such attachment');

/** Bytes by their hash. Errors: `history.notFound`. */
export const readBlob = (reader: Reader, hash: string): AttachmentBytes => {
  const row = reader.first('SELECT mime, bytes FROM blobs WHERE hash = ?', [hash]);
  if (!row) throw unknown();
  return { mime: text(row, 'mime'), bytes: blob(row, 'bytes') };
};

/** A text by its hash. Errors: `history.notFound`. */
export const readText = (reader: Reader, hash: string): string =>
  new TextDecoder().decode(readBlob(reader, hash).bytes);

/** The beginning of a text by its hash, of `length` UTF-16 code units at most; empty where it is not kept. */
export const readBeginning = (reader: Reader, hash: string, length: number): string => {
  // A code unit takes three bytes at most; a character that the end cuts is left out.
  const row = reader.first('SELECT substr(bytes, 1, ?) AS bytes FROM blobs WHERE hash = ?', [
    3 * length,
    hash,
  ]);
  return row ? new TextDecoder().decode(blob(row, 'bytes'), { stream: true }).slice(0, length) : '';
};

const SELECT_FACTS = `
  SELECT b.hash, b.mime, b.width, b.height, length(b.bytes) AS size, b.text_length,
    t.hash AS text_hash
  FROM blobs b LEFT JOIN blobs t ON t.seq = b.text_seq
  WHERE b.hash = ?`;

const toAttachment = (row: Row, { name, detail = 'auto' }: AttachmentRef): Attachment => {
  const common = { hash: text(row, 'hash'), name, mime: text(row, 'mime'), size: integer(row, 'size') };
  const width = integerOrNull(row, 'width');
  if (width !== null) return { type: 'image', ...common, width, height: integer(row, 'height'), detail };
  const textHash = text(row, 'text_hash');
  return { type: 'file', ...common, textHash, textLength: integer(row, 'text_length') };
};

/** What is known of things that were added before. Errors: `history.notFound`. */
export const findAttachments = (reader: Reader, refs: readonly AttachmentRef[] = []): readonly Attachment[] =>
  refs.map((ref) => {
    const row = reader.first(SELECT_FACTS, [ref.hash]);
    if (!row) throw unknown();
    return toAttachment(row, ref);
  });

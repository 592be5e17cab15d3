import { type Attachment, MAX_IMAGE_BYTES, MAX_IMAGE_SIDE } from '../../../preload/contract/attachments';
import { readImageHeader } from '../../../preload/contract/image-header';
import type { Database } from '../database/database';
import type { OpInput } from '../protocol';
import type { KeptBlob, NewBlob } from './blobs';
import { findAttachments, keepBlob } from './blobs';
import { decodeText } from './decode-text';
import { isOtherImage } from './other-image';
import { pdfText } from './pdf-text';
import { refused } from './refused';

type NewFile = OpInput<'attachment.add'>;

/** As a message may be, in UTF-16 code units. */
const MAX_TEXT_LENGTH = 8_000_000;
/** The mark of a PDF may stand a little below the beginning (ISO 32000, annex H). */
const PDF_MARK_WITHIN = 1024;

/** File systems and prompts alike want one line without separators. */
const cleanName = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cs}\u2028\u2029/\\]+/gu, ' ').trim() || 'file';

const imageOf = ({ mime, bytes }: NewFile): NewBlob | null => {
  const header = readImageHeader(bytes);
  if (header === null) {
    if (isOtherImage(bytes, mime)) throw refused('otherImage');
    // An SVG is a text, and may be read as one.
    if (mime.startsWith('image/') && !mime.startsWith('image/svg')) throw refused('notImage');
    return null;
  }
  const { width, height } = header;
  if (Math.max(width, height) > MAX_IMAGE_SIDE || bytes.byteLength > MAX_IMAGE_BYTES)
    throw refused('imageTooLarge');
  return { mime: header.mime, bytes, size: { width, height } };
};

const isPdf = ({ mime, bytes }: NewFile): boolean =>
  mime === 'application/pdf' ||
  Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN)).toString('latin1').includes('%PDF-');

const textOf = async (file: NewFile): Promise<string> => {
  // pdf.js takes the bytes over.
  if (isPdf(file)) return pdfText(file.bytes.slice(), MAX_TEXT_LENGTH);
  const text = decodeText(file.bytes);
  if (text === null) throw refused('binary');
  if (text.trim() === '') throw refused('empty');
  if (text.length > MAX_TEXT_LENGTH) throw refused('textTooLong');
  return text;
};

/** Keeps an image, or a file and its text, at the time `clock` tells. Errors: `attachment.refused`. */
export const addAttachment = async (
  database: Database,
  file: NewFile,
  clock: () => number,
): Promise<Attachment> => {
  if (file.bytes.byteLength === 0) throw refused('empty');
  const image = imageOf(file);
  const text = image === null ? await textOf(file) : '';
  return database.write((writer) => {
    const now = clock();
    const keepFile = (): KeptBlob => {
      const { seq } = keepBlob(writer, { mime: 'text/plain', bytes: Buffer.from(text) }, now);
      const mime = isPdf(file) ? 'application/pdf' : file.mime || 'text/plain';
      return keepBlob(writer, { mime, bytes: file.bytes, text: { seq, length: text.length } }, now);
    };
    const { hash } = image ? keepBlob(writer, image, now) : keepFile();
    const [attachment] = findAttachments(writer, [{ hash, name: cleanName(file.name) }]);
    // It was just written.
    if (attachment === undefined) throw refused('unreadable');
    return attachment;
  });
};

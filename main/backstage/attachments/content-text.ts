import type { Attachment } from '../../../preload/contract/attachments';
import { attachmentsOf } from '../../../preload/contract/attachments';
import type { FilePart, ImagePart, MessagePart } from '../../../preload/contract/parts';
import { textOf } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import { readText } from './blobs';

/** The images among attachments. */
export const imagesOf = (attachments: readonly Attachment[]): readonly ImagePart[] =>
  attachments.filter((attachment) => attachment.type === 'image');

/**
 * The images of a message that are sent: the API takes them from users only. An imported chat may show others, which a tool
 * of another app drew.
 */
export const sentImages = (role: string, parts: readonly MessagePart[]): readonly ImagePart[] =>
  role === 'user' ? imagesOf(attachmentsOf(parts)) : [];

/** A name may hold quotes and brackets, and would end its own tag. */
const quoted = (name: string): string => name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A file as it stands in a message: framed, so that the model can tell files from each other and from the question. */
export const framedFile = (reader: Reader, { name, textHash }: FilePart): string => {
  const text = readText(reader, textHash);
  return `<file name="${quoted(name)}">\n${text}${text.endsWith('\n') ? '' : '\n'}</file>`;
};

/**
 * The text of a message exactly as it is sent, counted and shown again: its files first, because models answer best
 * what is asked last, then what was written; an empty line between each. Without files it is the text alone.
 */
export const contentText = (reader: Reader, parts: readonly MessagePart[]): string => {
  const files = attachmentsOf(parts).filter((attachment) => attachment.type === 'file');
  const text = textOf(parts);
  if (files.length === 0) return text;
  const framed = files.map((file) => framedFile(reader, file));
  return [...framed, ...(text === '' ? [] : [text])].join('\n\n');
};

import * as z from 'zod/mini';
import { boundedText, requiredText } from './bounds';
import { type FilePart, type ImagePart, imageDetails, type MessagePart } from './parts';

/** Largest file that is taken, in bytes: beyond it nothing that a model could read comes of it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Largest image as it is sent, in bytes (OpenAI's guide "Images and vision"). */
export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;
/** Longest side of an image as it is sent, in pixels: models look at no more of it. */
export const MAX_IMAGE_SIDE = 2048;
/** Most attachments of one message. */
export const MAX_ATTACHMENTS = 20;

/** What stands beside the text of a message. */
export type Attachment = ImagePart | FilePart;

/** SHA-256 of bytes in hex. */
export const contentHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A file as the page read it. Its kind is told by its bytes, not by its name or its type. */
export const attachmentInput = z.strictObject({
  name: requiredText(255),
  mime: boundedText(200),
  bytes: z.instanceof(Uint8Array).check(z.refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES)),
});

/** Names something that was added before. `detail`: how closely an image is looked at; absent: as the model likes. */
const attachmentRef = z.strictObject({
  hash: contentHash,
  name: requiredText(255),
  detail: z.optional(z.enum(imageDetails)),
});

/** What stands beside the text of a message, in order. Absent: nothing. */
export const attachmentRefs = z.optional(z.array(attachmentRef).check(z.maxLength(MAX_ATTACHMENTS)));

/** Names something that was added before. */
export type AttachmentRef = Readonly<z.infer<typeof attachmentRef>>;

/** Bytes that the history holds. */
export interface AttachmentBytes {
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/**
 * Why a file is not taken, as `detail.reason` of `attachment.refused`. The page finds the first ones before it reads or
 * hands over anything.
 */
export const attachmentProblems = [
  'tooLarge',
  'tooMany',
  'unreadable',
  'empty',
  'notImage',
  'otherImage',
  'imageTooLarge',
  'binary',
  'notPdf',
  'pdfEncrypted',
  'pdfNoText',
  'pdfTooSlow',
  'textTooLong',
] as const;

/** Why a file is not taken. */
export type AttachmentProblem = (typeof attachmentProblems)[number];

/** The attachments among the parts of a message. */
export const attachmentsOf = (parts: readonly MessagePart[]): readonly Attachment[] =>
  parts.filter((part) => part.type === 'image' || part.type === 'file');

/** The name under which something that was added is handed over. */
export const refOf = (attachment: Attachment): AttachmentRef => {
  const { hash, name } = attachment;
  return attachment.type === 'image' ? { hash, name, detail: attachment.detail } : { hash, name };
};

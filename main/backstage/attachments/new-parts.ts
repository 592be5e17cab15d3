import type { AttachmentRef } from '../../../preload/contract/attachments';
import { attachmentsOf } from '../../../preload/contract/attachments';
import type { Role } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import { Failure } from '../../../preload/contract/result';
import type { Reader } from '../database/database';
import { findAttachments } from './blobs';
import { imagesOf } from './content-text';

/** A message that a person writes. */
export interface WrittenMessage {
  readonly role: Role;
  readonly text: string;
  readonly attachments?: readonly AttachmentRef[] | undefined;
}

/** The API takes images from users only. Errors: `request.invalid`. */
export const checkImages = (role: Role, parts: readonly MessagePart[]): void => {
  if (role !== 'user' && imagesOf(attachmentsOf(parts)).length > 0)
    throw new Failure('request.invalid', 'Only a user message can hold images');
};

/**
 * The parts of a message that is written now: its text unless it is blank, then what stands beside it. Errors:
 * `chat.emptyMessage`, `history.notFound` (an attachment), those of `checkImages`.
 */
export const newParts = (
  reader: Reader,
  { role, text, attachments }: WrittenMessage,
): readonly MessagePart[] => {
  const found = findAttachments(reader, attachments);
  const isBlank = text.trim() === '';
  if (isBlank && found.length === 0) throw new Failure('chat.emptyMessage', 'The message is empty');
  const parts = [...(isBlank ? [] : [{ type: 'text' as const, text }]), ...found];
  checkImages(role, parts);
  return parts;
};

/** What a chat is named after that begins with such a message: its text, or what stands there in its place. */
export const namingText = (text: string, parts: readonly MessagePart[]): string =>
  text.trim() === '' ? (attachmentsOf(parts)[0]?.name ?? '') : text;

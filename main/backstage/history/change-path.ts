import { attachmentsOf } from '../../../preload/contract/attachments';
import { saysSomething, withText } from '../../../preload/contract/message-text';
import type { MessagePart } from '../../../preload/contract/parts';
import type { PathChange } from '../../../preload/contract/path-change';
import { Failure } from '../../../preload/contract/result';
import { findAttachments } from '../attachments/blobs';
import { checkImages } from '../attachments/new-parts';
import type { Reader, Writer } from '../database/database';
import type { StoredChat } from './chats';
import { findChat, moveLeaf } from './chats';
import type { StoredMessage } from './messages';
import { findMessageOf, readMessages } from './messages';
import { walkPath } from './path';
import { copyPin } from './pins';
import { type ContextMessage, insertContextMessage } from './write-message';

type Edit = Extract<PathChange, { kind: 'edit' }>;

/** A message of the new path: one that is there already, or one to be written. */
type Planned = StoredMessage | ContextMessage;

const isStored = (planned: Planned | undefined): planned is StoredMessage =>
  planned !== undefined && 'seq' in planned;

/** The end of a chat's path, oldest first, from the message above `target` on. */
const readTail = (reader: Reader, chat: StoredChat, target: StoredMessage): readonly StoredMessage[] => {
  const leaf = chat.leafSeq === null ? undefined : readMessages(reader, [chat.leafSeq])[0];
  if (leaf === undefined || leaf.depth < target.depth) return [];
  return readMessages(reader, walkPath(reader, leaf.seq, leaf.depth - target.depth + 2));
};

const moved = (tail: readonly StoredMessage[], at: number, by: -1 | 1): readonly Planned[] => {
  const [one, other] = [tail[at], tail[at + by]];
  if (one === undefined || other === undefined)
    throw new Failure('request.invalid', 'There is nothing to change places with');
  return tail.map((message) => (message === one ? other : message === other ? one : message));
};

/** The parts with other attachments; undefined: those they have. */
const withAttachments = (
  reader: Reader,
  parts: readonly MessagePart[],
  refs: Edit['attachments'],
): readonly MessagePart[] => {
  if (refs === undefined) return parts;
  const former: readonly MessagePart[] = attachmentsOf(parts);
  return [...parts.filter((part) => !former.includes(part)), ...findAttachments(reader, refs)];
};

const edit = (
  reader: Reader,
  { message }: StoredMessage,
  { text, name = message.name ?? null, attachments }: Edit,
): ContextMessage => {
  const { role, parts } = message;
  const edited = withText(withAttachments(reader, parts, attachments), text);
  checkImages(role, edited);
  const isEmpty = text.trim() === '' && (text !== '' || !saysSomething(role, edited));
  if (isEmpty && role !== 'tool') throw new Failure('chat.emptyMessage', 'The message is empty');
  return { role, name, parts: edited };
};

const planPath = (
  reader: Reader,
  tail: readonly StoredMessage[],
  at: number,
  change: PathChange,
): readonly Planned[] => {
  switch (change.kind) {
    case 'edit':
      return tail.map((stored, index) => (index === at ? edit(reader, stored, change) : stored));
    case 'delete':
      return tail.filter((_, index) => index !== at);
    case 'move':
      return moved(tail, at, change.by);
  }
};

/** What of a message is written once more: who says what. What made it stays with the message itself. */
const copyOf = (planned: Planned): ContextMessage => {
  if (!isStored(planned)) return planned;
  const { role, name = null, parts } = planned.message;
  return { role, name, parts };
};

/**
 * Makes a branch that differs from the chat's path by one change, at `now` (milliseconds). What stands above the change
 * is shared; what stands below is written once more, because a message keeps its place for ever. Errors: those of
 * `chat.changePath`.
 */
export const changePath = (writer: Writer, chatId: string, change: PathChange, now: number): void => {
  const chat = findChat(writer, chatId);
  const target = findMessageOf(writer, chat.seq, change.messageId);
  const tail = readTail(writer, chat, target);
  const at = tail.findIndex(({ seq }) => seq === target.seq);
  if (at === -1) throw new Failure('history.notFound', 'The message is not on the path');
  if (tail.some(({ message }) => message.status === 'streaming'))
    throw new Failure('chat.busy', 'The reply is still streaming');
  const planned = planPath(writer, tail, at, change);
  const kept = planned.findIndex((message, index) => message !== tail[index]);
  const keptCount = kept === -1 ? planned.length : kept;
  const last = tail[keptCount - 1];
  let seq = last?.seq ?? tail[0]?.parentSeq ?? null;
  let depth = last ? last.depth + 1 : (tail[0]?.depth ?? 0);
  // A reply that failed before its first word says nothing: it is not taken along.
  for (const source of planned.slice(keptCount)) {
    const copy = copyOf(source);
    if (!saysSomething(copy.role, copy.parts)) continue;
    seq = insertContextMessage(writer, { chatSeq: chat.seq, parentSeq: seq, depth }, copy, now);
    // What was edited is pinned as it was before.
    copyPin(writer, isStored(source) ? source.seq : target.seq, seq);
    depth += 1;
  }
  moveLeaf(writer, chat.seq, seq, now);
};

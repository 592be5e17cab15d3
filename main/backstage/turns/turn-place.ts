import type { Role } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import { textOf } from '../../../preload/contract/parts';
import { Failure } from '../../../preload/contract/result';
import { newParts } from '../attachments/new-parts';
import type { Reader } from '../database/database';
import type { StoredChat } from '../history/chats';
import { findChat } from '../history/chats';
import type { StoredMessage } from '../history/messages';
import { findMessageOf, readMessages } from '../history/messages';
import type { TurnOrigin } from '../protocol';

type SendOrigin = Extract<TurnOrigin, { kind: 'send' }>;
type AnswerOrigin = Exclude<TurnOrigin, { kind: 'send' }>;

/** Where a turn hangs in its chat's tree. */
export interface TurnPlace {
  /** Null: the chat is made with the turn. */
  readonly chat: StoredChat | null;
  /** What the new question, or without one the new answers, hang from; null: the root. */
  readonly parent: StoredMessage | null;
  /** Newest message of the path that is sent (before the new question); null: an empty path. */
  readonly tipSeq: number | null;
  /** Null when an existing question is answered. */
  readonly question: string | null;
  /** Of the question: its text, and what stands beside it. */
  readonly parts: readonly MessagePart[];
  /** Whose message the question is. */
  readonly role: Role;
  readonly name: string | null;
  /** The answer that is gone on from. */
  readonly continued: StoredMessage | null;
}

const refuseStreaming = (stored: StoredMessage | null): void => {
  if (stored?.message.status === 'streaming') throw new Failure('chat.busy', 'The reply is still streaming');
};

const parentOf = (reader: Reader, chat: StoredChat, origin: SendOrigin): StoredMessage | null => {
  if (origin.parentId === null) return null;
  if (origin.parentId !== undefined) return findMessageOf(reader, chat.seq, origin.parentId);
  return chat.leafSeq === null ? null : (readMessages(reader, [chat.leafSeq])[0] ?? null);
};

const placeQuestion = (reader: Reader, origin: SendOrigin): TurnPlace => {
  const chat = origin.chatId === null ? null : findChat(reader, origin.chatId);
  const parent = chat && parentOf(reader, chat, origin);
  refuseStreaming(parent);
  const { role = 'user', name = null, text: question, attachments } = origin;
  const parts = newParts(reader, { role, text: question, attachments });
  return { chat, parent, tipSeq: parent?.seq ?? null, question, parts, role, name, continued: null };
};

/** A place for answers without a new question. */
const answersBelow = (
  chat: StoredChat,
  parent: StoredMessage | null,
  continued: StoredMessage | null = null,
): TurnPlace => {
  const tipSeq = (continued ?? parent)?.seq ?? null;
  return { chat, parent, tipSeq, question: null, parts: [], role: 'user', name: null, continued };
};

const placeAnswer = (reader: Reader, origin: AnswerOrigin): TurnPlace => {
  const chat = findChat(reader, origin.chatId);
  const target = findMessageOf(reader, chat.seq, origin.messageId);
  if (origin.kind === 'answer') {
    refuseStreaming(target);
    return answersBelow(chat, target);
  }
  if (target.message.role !== 'assistant') {
    throw new Failure('request.invalid', 'Only an assistant message can be made again or gone on from');
  }
  const parent = target.parentSeq === null ? null : (readMessages(reader, [target.parentSeq])[0] ?? null);
  if (origin.kind === 'regenerate') return answersBelow(chat, parent);
  refuseStreaming(target);
  return answersBelow(chat, parent, target);
};

/**
 * Finds where a turn hangs. Errors: `chat.emptyMessage`, `chat.busy` (below a reply that still streams),
 * `history.notFound`, `request.invalid` (not an answer).
 */
export const findPlace = (reader: Reader, origin: TurnOrigin): TurnPlace =>
  origin.kind === 'send' ? placeQuestion(reader, origin) : placeAnswer(reader, origin);

/** True when both hang from the same messages of the same chat. */
export const isSamePlace = (one: TurnPlace, other: TurnPlace): boolean =>
  one.chat?.seq === other.chat?.seq && one.tipSeq === other.tipSeq && one.parent?.seq === other.parent?.seq;

/** The text that a continued answer begins with. */
export const initialText = ({ continued }: TurnPlace): string =>
  continued ? textOf(continued.message.parts) : '';

import { v7 as uuidv7 } from 'uuid';
import { Failure } from '../../../preload/contract/result';
import { namingText, newParts } from '../attachments/new-parts';
import type { Writer } from '../database/database';
import type { OpInput } from '../protocol';
import { findChat, insertChat, moveToWritten } from './chats';
import { clearSentDraft } from './drafts';
import { readMessages } from './messages';
import { titleFrom } from './title';
import { insertContextMessage } from './write-message';

/** What is added, and to which chat. */
export type AddedMessage = Omit<OpInput<'chat.addMessage'>, 'limit'>;

/**
 * Appends a message that nobody is asked about at `now` (milliseconds), and answers with the chat's id. Errors:
 * `chat.emptyMessage`, `chat.busy` (the reply above still streams), `history.notFound`.
 */
export const addMessage = (writer: Writer, added: AddedMessage, now: number): string => {
  const { text, role, name = null } = added;
  const parts = newParts(writer, added);
  const chat = added.chatId === null ? null : findChat(writer, added.chatId);
  const parent = chat?.leafSeq ? (readMessages(writer, [chat.leafSeq])[0] ?? null) : null;
  if (parent?.message.status === 'streaming') throw new Failure('chat.busy', 'The reply is still streaming');
  const chatId = chat?.chat.id ?? uuidv7();
  const title = titleFrom(namingText(text, parts));
  const chatSeq = chat?.seq ?? insertChat(writer, { id: chatId, title, createdAt: now }, added.options);
  const place = { chatSeq, parentSeq: parent?.seq ?? null, depth: parent ? parent.depth + 1 : 0 };
  const message = { role, name, parts };
  moveToWritten(writer, chatSeq, insertContextMessage(writer, place, message, now), now);
  clearSentDraft(writer, chat?.seq ?? null, { text, fromComposer: true });
  return chatId;
};

import { Failure } from '../../../preload/contract/result';
import type { Writer } from '../database/database';
import { findChat } from './chats';
import { findMessageOf, readMessages } from './messages';
import { insertContextMessage } from './write-message';

/**
 * Writes a text beside an answer, as an assistant message that can be gone on from, at `now` (milliseconds). The chat's
 * leaf stays. Errors: `history.notFound`, `chat.busy` (the answer still streams), `request.invalid` (it is no answer).
 * @returns the message's id.
 */
export const branchText = (
  writer: Writer,
  { chatId, messageId, text }: { readonly chatId: string; readonly messageId: string; readonly text: string },
  now: number,
): string => {
  const { chatSeq, parentSeq, depth, message } = findMessageOf(
    writer,
    findChat(writer, chatId).seq,
    messageId,
  );
  if (message.role !== 'assistant') throw new Failure('request.invalid', 'Only an answer has such a branch');
  if (message.status === 'streaming') throw new Failure('chat.busy', 'The reply is still streaming');
  const begun = { role: 'assistant', name: null, parts: [{ type: 'text', text }] } as const;
  const seq = insertContextMessage(writer, { chatSeq, parentSeq, depth }, begun, now);
  const [written] = readMessages(writer, [seq]);
  if (written === undefined) throw new Failure('history.damaged', 'The message is gone');
  return written.message.id;
};

import type { Message } from '../../../preload/contract/history';
import { Failure } from '../../../preload/contract/result';
import type { Writer } from '../database/database';
import { findChat } from './chats';
import { findMessage, findMessageOf } from './messages';

const isPartOfCall = ({ role, parts }: Message): boolean =>
  role === 'tool' || parts.some(({ type }) => type === 'toolCall');

/** Pins a message or takes its pin away. Errors: those of `message.pin`. */
export const setPinned = (writer: Writer, chatId: string, messageId: string, pinned: boolean): Message => {
  const { seq, message } = findMessageOf(writer, findChat(writer, chatId).seq, messageId);
  if (isPartOfCall(message)) throw new Failure('request.invalid', 'Calls and results are not kept alone');
  writer.run(
    pinned
      ? 'INSERT INTO pins (message_seq) VALUES (?) ON CONFLICT DO NOTHING'
      : 'DELETE FROM pins WHERE message_seq = ?',
    [seq],
  );
  return findMessage(writer, messageId).message;
};

/** Pins a copy where its source is pinned. */
export const copyPin = (writer: Writer, fromSeq: number, toSeq: number): void => {
  writer.run('INSERT INTO pins (message_seq) SELECT ? FROM pins WHERE message_seq = ?', [toSeq, fromSeq]);
};

import type { TokenLogprob } from '../../../preload/contract/logprobs';
import type { Reader } from '../database/database';
import { json } from '../database/row';
import { findChat } from './chats';
import { findMessageOf } from './messages';

/** The probabilities that an answer's tokens came with, oldest first; none for other messages. Errors: `history.notFound`. */
export const readLogprobs = (reader: Reader, chatId: string, messageId: string): readonly TokenLogprob[] => {
  const { seq } = findMessageOf(reader, findChat(reader, chatId).seq, messageId);
  const row = reader.first('SELECT tokens FROM logprobs WHERE message_seq = ?', [seq]);
  return row === undefined ? [] : json<readonly TokenLogprob[]>(row, 'tokens');
};

import type { TokenChance, TokenLogprob } from '../../../preload/contract/logprobs';
import type { Reader } from '../database/database';
import { json } from '../database/row';
import { findChat } from './chats';
import { findMessageOf } from './messages';

const readTokens = (reader: Reader, chatId: string, messageId: string): readonly TokenLogprob[] => {
  const { seq } = findMessageOf(reader, findChat(reader, chatId).seq, messageId);
  const row = reader.first('SELECT tokens FROM logprobs WHERE message_seq = ?', [seq]);
  return row === undefined ? [] : json<readonly TokenLogprob[]>(row, 'tokens');
};

/**
 * The tokens of an answer with their probabilities, oldest first; none for other messages. Their alternatives, many times
 * as much, are read one by one. Errors: `history.notFound`.
 */
export const readLogprobs = (reader: Reader, chatId: string, messageId: string): readonly TokenChance[] =>
  readTokens(reader, chatId, messageId).map(({ token, bytes, logprob }) => ({ token, bytes, logprob }));

/** What could have stood in the place of an answer's token `at`, likeliest first. Errors: `history.notFound`. */
export const readAlternatives = (
  reader: Reader,
  { chatId, messageId, at }: { readonly chatId: string; readonly messageId: string; readonly at: number },
): readonly TokenChance[] => readTokens(reader, chatId, messageId)[at]?.top ?? [];

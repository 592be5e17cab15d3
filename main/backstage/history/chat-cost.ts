import type { AnswerFacts, ChatCost } from '../../../preload/contract/history';
import { costOf } from '../../../preload/contract/price';
import type { Writer } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull } from '../database/row';
import type { StoredMessage } from './messages';
import { addSpending, type RequestEnd } from './spending';

/** What a chat's row says of its cost. */
export const chatCostOf = (row: Row): ChatCost | null => {
  const usd = integerOrNull(row, 'cost_usd');
  return usd === null ? null : { usd, isWhole: integer(row, 'unpriced') === 0 };
};

/** All answers of one request share its usage, so it is paid with the first of them that ends. */
const isPaid = (writer: Writer, { chatSeq, parentSeq }: StoredMessage, { turnId }: AnswerFacts): boolean =>
  writer.first(
    `SELECT 1 FROM messages WHERE chat_seq = ? AND parent_seq IS ? AND turn_id = ? AND status <> 'streaming'`,
    [chatSeq, parentSeq, turnId],
  ) !== undefined;

/** Adds what an answer that is about to end has cost to its chat and to its month. */
export const addCost = (writer: Writer, stored: StoredMessage, end: RequestEnd): void => {
  const { answer, createdAt } = stored.message;
  if (answer === null || isPaid(writer, stored, answer)) return;
  addSpending(writer, createdAt, answer, end);
  if (end.usage !== null && answer.price) {
    writer.run('UPDATE chats SET cost_usd = ifnull(cost_usd, 0) + ? WHERE seq = ?', [
      costOf(answer.price, end.usage),
      stored.chatSeq,
    ]);
  } else if (end.begun) {
    writer.run('UPDATE chats SET unpriced = unpriced + 1 WHERE seq = ?', [stored.chatSeq]);
  }
};

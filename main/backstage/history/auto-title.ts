import type { Chat } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import { costOf } from '../../../preload/contract/price';
import type { Writer } from '../database/database';
import { integer } from '../database/row';
import type { OpInput } from '../protocol';
import type { TitleMaterial } from '../protocol-organise';
import { refuseOverspending } from '../turns/spending-limit';
import { findChat } from './chats';
import { readMessages, type StoredMessage } from './messages';
import { walkPath } from './path';
import { addSpending } from './spending';
import { cleanTitle, titleFrom } from './title';

/** Of question and answer, in UTF-16 code units: a title needs no more, and every token is paid. */
const SHOWN_LENGTH = 1000;

/** Lets a model be asked for the title of a new chat: until then its first words stand for it. */
export const awaitTitle = (writer: Writer, chatSeq: number): void => {
  writer.run('UPDATE chats SET title_state = 1 WHERE seq = ?', [chatSeq]);
};

const stateOf = (writer: Writer, chatSeq: number): number =>
  integer(writer.first('SELECT title_state FROM chats WHERE seq = ?', [chatSeq]) ?? {}, 'title_state');

const beginning = ({ message }: StoredMessage): string => textOf(message.parts).slice(0, SHOWN_LENGTH);

/**
 * What a model is told to find a chat's title, once: after that the chat counts as asked about, whatever comes of it.
 * Null: nothing is to be asked. `now` in milliseconds. Errors: `history.notFound`, `chat.spendingLimit`.
 */
export const takeTitleMaterial = (
  writer: Writer,
  { chatId, monthlyLimitUsd, worstUsd }: OpInput<'title.take'>,
  now: number,
): TitleMaterial | null => {
  const { seq, leafSeq } = findChat(writer, chatId);
  if (leafSeq === null || stateOf(writer, seq) !== 1) return null;
  const [question, answer] = readMessages(writer, walkPath(writer, leafSeq, 2));
  if (question === undefined || answer?.message.status !== 'complete' || answer.message.answer === null)
    return null;
  const material = { question: beginning(question), answer: beginning(answer) };
  if (material.answer.trim() === '') return null;
  refuseOverspending(writer, monthlyLimitUsd, [worstUsd], now);
  writer.run('UPDATE chats SET title_state = 2 WHERE seq = ?', [seq]);
  return material;
};

const QUOTES = /^["'“”‘’«»「」『』*#\s]+|["'“”‘’«»「」『』*.。\s]+$/gu;

/** A model's words as a title: one line, without quotes around it. Empty: it said nothing. */
const titleOf = (said: string): string => titleFrom(cleanTitle(said).replace(QUOTES, ''));

/**
 * Ends the request for a title: its cost goes to chat and month, and its title to the chat unless one was typed meanwhile.
 * Errors: `history.notFound`.
 */
export const finishTitle = (
  writer: Writer,
  { chatId, said, endpointId, price, usage, askedAt }: OpInput<'title.finish'>,
): Chat => {
  const { seq } = findChat(writer, chatId);
  const title = said === null ? '' : titleOf(said);
  if (title !== '' && stateOf(writer, seq) === 2)
    writer.run('UPDATE chats SET title = ?, title_state = 0 WHERE seq = ?', [title, seq]);
  const isKnown = usage !== null && price !== null;
  const end = { usage, begun: said !== null, length: said?.length ?? 0 };
  addSpending(writer, askedAt, { endpointId, price, estimate: null }, end);
  if (isKnown)
    writer.run('UPDATE chats SET cost_usd = ifnull(cost_usd, 0) + ? WHERE seq = ?', [
      costOf(price, usage),
      seq,
    ]);
  else if (said !== null) writer.run('UPDATE chats SET unpriced = unpriced + 1 WHERE seq = ?', [seq]);
  return findChat(writer, chatId).chat;
};

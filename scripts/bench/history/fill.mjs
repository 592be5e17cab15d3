import { messageText, rareWord } from './corpus.mjs';

/** Messages of one chat. */
export const CHAT = 200;
/** Chats written, and messages indexed, in one transaction. */
const BATCH = 10;
const SLICE = 2000;
/** A decade, so that every message has a time of its own. */
const FIRST_TIME = Date.UTC(2016, 0, 1);
const OPTIONS = { model: 'gpt-4o', params: {} };
const MODELS = ['gpt-4o', 'gpt-4o-mini', 'gpt-5', 'deepseek/deepseek-chat'];

/** @param {number} number @param {number} kind */
export const idOf = (number, kind) =>
  `0190${String(kind).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** @param {number} index @param {number} count */
const answerOf = (index, count) => ({
  turnId: idOf(index, 3),
  endpointId: 'demo',
  model: MODELS[Math.floor((index / count) * 4 + (index % 7)) % 4],
  answeredModel: null,
  params: {},
  continuesId: null,
  sentFromId: null,
  finishReason: 'stop',
  usage: null,
  systemFingerprint: null,
  requestId: null,
  timings: null,
  error: null,
  estimate: null,
  sent: null,
  received: null,
  repeats: null,
});

/** @param {number} index @param {number} count */
const messageOf = (index, count) => {
  const isAnswer = index % 2 === 1;
  const text = `${messageText(index)} ${index % 1000 === 0 ? rareWord(index) : ''}`;
  return {
    id: idOf(index, 2),
    role: isAnswer ? 'assistant' : 'user',
    status: 'complete',
    createdAt: FIRST_TIME + Math.floor((index / count) * 3_650) * 86_400_000 + (index % 1000) * 1000,
    answer: isAnswer ? answerOf(index, count) : null,
    parts: [{ type: 'text', text }],
  };
};

/**
 * What a history holds: so many messages in chats of 200, and after them (so first in the list) chats of their own, one or, by
 * number, `times` of a kind.
 * @typedef {{ readonly messages: number,
 *   readonly chats?: readonly { readonly title: string, readonly length: number, readonly times?: number }[] }} Shape
 */

/** @param {Shape} shape @returns {readonly { readonly title: string, readonly length: number }[]} in order */
const chatsOf = ({ messages, chats = [] }) => [
  ...Array.from({ length: Math.ceil(messages / CHAT) }, (_, at) => ({
    title: messageText(at * CHAT).slice(0, 40),
    length: Math.min(CHAT, messages - at * CHAT),
  })),
  ...chats.flatMap(({ title, length, times }) =>
    Array.from({ length: times ?? 1 }, (_, at) => ({
      title: times === undefined ? title : `${title} ${at}`,
      length,
    })),
  ),
];

/**
 * Writes a history of this shape; its index is left to be filled. The nth message has `idOf(n, 2)`, the nth chat `idOf(n, 1)`.
 * @param {any} backstage its bundled parts
 * @param {any} database
 * @param {Shape} shape
 */
export function fill({ insertChat, insertMessage, moveLeaf }, database, shape) {
  const chats = chatsOf(shape);
  const count = chats.reduce((sum, { length }) => sum + length, 0);
  let index = 0;
  /** @param {any} writer @param {number} chatSeq @param {number} length */
  const writeMessages = (writer, chatSeq, length) => {
    let parentSeq = null;
    for (let depth = 0; depth < length; depth += 1) {
      parentSeq = insertMessage(writer, { chatSeq, parentSeq, depth }, messageOf(index, count));
      index += 1;
    }
    moveLeaf(writer, chatSeq, parentSeq, FIRST_TIME + index);
  };
  for (let from = 0; from < chats.length; from += BATCH) {
    database.write((/** @type {any} */ writer) => {
      for (const [at, { title, length }] of chats.slice(from, from + BATCH).entries()) {
        const chat = { id: idOf(from + at, 1), title, createdAt: FIRST_TIME + index };
        writeMessages(writer, insertChat(writer, chat, OPTIONS), length);
      }
    });
  }
}

/** Indexes what waits for it, and merges the index as the app does once all is indexed. @param {any} backstage @param {any} database */
export function fillIndex({ indexQueued, isIndexing, beginMerging, mergeNext }, database) {
  while (isIndexing(database)) database.write((/** @type {any} */ writer) => indexQueued(writer, SLICE));
  database.write(beginMerging);
  while (database.writeRelaxed(mergeNext));
  database.sync();
}

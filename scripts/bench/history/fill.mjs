import { messageText, rareWord } from './corpus.mjs';

/** Messages of one transaction, and of one chat. */
const BATCH = 2000;
const CHAT = 200;
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
 * Writes a history of so many messages; its index is left to be filled.
 * @param {any} backstage its bundled parts
 * @param {any} database
 * @param {number} count
 */
export function fill({ insertChat, insertMessage, moveLeaf }, database, count) {
  let chatSeq = 0;
  /** @type {number | null} */
  let parentSeq = null;
  for (let from = 0; from < count; from += BATCH) {
    database.write((/** @type {any} */ writer) => {
      for (let index = from; index < Math.min(from + BATCH, count); index += 1) {
        if (index % CHAT === 0) {
          const chat = {
            id: idOf(index / CHAT, 1),
            title: messageText(index).slice(0, 40),
            createdAt: index,
          };
          chatSeq = insertChat(writer, chat, OPTIONS);
          parentSeq = null;
        }
        const place = { chatSeq, parentSeq, depth: index % CHAT };
        parentSeq = insertMessage(writer, place, messageOf(index, count));
        moveLeaf(writer, chatSeq, parentSeq, FIRST_TIME + index);
      }
    });
  }
}

/** Indexes what waits for it. @param {any} backstage @param {any} database */
export function fillIndex({ indexQueued, isIndexing }, database) {
  while (isIndexing(database)) database.write((/** @type {any} */ writer) => indexQueued(writer, BATCH));
}

import { statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { characterOf, rareWord, wordOf } from './corpus.mjs';
import { fill, fillIndex, idOf } from './fill.mjs';
import { printFigure, timed } from './measure.mjs';

const KEY = '0123456789abcdef'.repeat(4);
const RUNS = 60;
/** The design's bound for the first page of a search, in milliseconds at the 95th percentile. */
const BUDGET_MS = 10;

const [bundle = '', folder = '', size = ''] = process.argv.slice(2);
const count = Number(size);
const file = path.join(folder, 'history.db');

const load = async (/** @type {string} */ name) =>
  import(pathToFileURL(path.join(bundle, `${name}.mjs`)).href);
const parts = Object.assign(
  {},
  ...(await Promise.all(['backstage', 'open-history', 'chats', 'write-message', 'index-queue'].map(load))),
);

const seconds = (/** @type {number} */ began) => (performance.now() - began) / 1000;

/** @type {ReadonlyArray<readonly [name: string, queryOf: (i: number) => string]>} */
const kinds = [
  ['rare word', (i) => rareWord(1000 * (i % (count / 1000)))],
  ['common word', (i) => wordOf(i % 20)],
  ['two words', (i) => `${wordOf(i % 20)} ${wordOf(100 + i)}`],
  ['phrase', (i) => `"${wordOf(i % 12)} ${wordOf((i + 3) % 12)}"`],
  ['prefix of 2', (i) => wordOf(500 + 7 * i).slice(0, 2)],
  ['prefix of 3', (i) => wordOf(500 + 7 * i).slice(0, 3)],
  ['prefix of 4', (i) => wordOf(500 + 7 * i).slice(0, 4)],
  ['prefix of 5', (i) => wordOf(500 + 7 * i).slice(0, 5)],
  ['common word, not ended', (i) => wordOf(40 + i)],
  ['1 Chinese character', (i) => characterOf(i)],
  ['2 Chinese characters', (i) => characterOf(i % 20) + characterOf((i * 7) % 20)],
  ['3 Chinese characters', (i) => [i % 7, i % 5, i % 3].map(characterOf).join('')],
  ['code identifier, by a part', () => 'UserName'],
  ['role: and a word', (i) => `role:user ${wordOf(i % 50)}`],
  ['model: alone', () => 'model:gpt-4o'],
  ['model: and a word', (i) => `model:deepseek ${wordOf(i % 50)}`],
  ['has:code', () => 'has:code'],
  ['after: and before:', (i) => `after:2019-0${1 + (i % 9)} before:2021-02-03 ${wordOf(i % 50)}`],
  ['before: alone', () => 'before:2017-05-09'],
  ['-word alone', (i) => `-${wordOf(i % 20)}`],
  ['nothing there', (i) => `xyzzy${i}`],
];

/** @param {any} backstage */
const callsOf = (backstage) => {
  let id = 0;
  return async (/** @type {string} */ op, /** @type {unknown} */ input) => {
    id += 1;
    const { result } = await backstage.handle({ id, op, input });
    if (!result.ok) throw new Error(`${op}: ${result.error.code}`);
    return result.value;
  };
};

const makeHistory = () => {
  const { database } = parts.openHistory(file, KEY);
  let began = performance.now();
  fill(parts, database, { messages: count });
  console.log(`\n${count.toLocaleString('en')} messages written in ${seconds(began).toFixed(0)} s`);
  const plain = statSync(file).size;
  began = performance.now();
  fillIndex(parts, database);
  console.log(`indexed in ${seconds(began).toFixed(0)} s`);
  database.close();
  const bytes = statSync(file).size;
  const each = (/** @type {number} */ b) => `${Math.round(b / count)} bytes a message`;
  console.log(
    `${Math.round(bytes / 2 ** 20)} MB: ${each(bytes)}, ${each(bytes - plain)} of them the index\n`,
  );
};

/** @param {ReturnType<typeof callsOf>} call */
const measureReading = async (call) => {
  const random = (/** @type {number} */ i) => (i * 7919) % count;
  const chat = (/** @type {number} */ i) => idOf(Math.floor(random(i) / 200), 1);
  const floor = await timed(200, (i) =>
    call('chat.messages', { chatId: chat(i), messageIds: [idOf(random(i), 2)] }),
  );
  printFigure('floor: read one message by its id', floor);
  printFigure('list', await timed(RUNS, () => call('chat.page', { cursor: null, limit: 60 })), floor.p95);
  printFigure(
    'open a chat',
    await timed(RUNS, (i) => call('chat.open', { chatId: chat(i), limit: 40 })),
    floor.p95,
  );
  printFigure(
    'open a chat at a message',
    await timed(RUNS, (i) =>
      call('chat.openAt', { chatId: chat(i), messageId: idOf(random(i), 2), limit: 40 }),
    ),
    floor.p95,
  );
  printFigure(
    'find in a chat of 200',
    await timed(RUNS, (i) =>
      call('chat.find', {
        chatId: chat(i),
        leafId: idOf(Math.floor(random(i) / 200) * 200 + 199, 2),
        text: 'ca',
      }),
    ),
    floor.p95,
  );
  return floor.p95;
};

/**
 * @param {ReturnType<typeof callsOf>} call
 * @param {number} floor
 * @returns {Promise<boolean>} true when every kind of search keeps to the budget
 */
const measureSearch = async (call, floor) => {
  let kept = true;
  for (const [name, queryOf] of kinds) {
    const search = (/** @type {number} */ i) =>
      call('search.messages', { query: queryOf(i), order: 'newest', chatId: null, cursor: null });
    const figure = await timed(RUNS, search);
    printFigure(`search: ${name}`, figure, floor);
    kept &&= figure.p95 <= BUDGET_MS;
  }
  const best = await timed(RUNS, (i) =>
    call('search.messages', { query: wordOf(i % 20), order: 'best', chatId: null, cursor: null }),
  );
  printFigure('search: common word, best first', best, floor);
  return kept && best.p95 <= BUDGET_MS;
};

/** @param {ReturnType<typeof callsOf>} call @param {number} floor */
const measureTogether = async (call, floor) => {
  const options = { model: 'gpt-4o', params: {} };
  const insert = (/** @type {number} */ i) =>
    call('chat.addMessage', {
      chatId: idOf(0, 1),
      role: 'user',
      text: `${wordOf(i)} new`,
      options,
      limit: 1,
    });
  printFigure('add a message (with its index)', await timed(RUNS, insert), floor);
  const both = await timed(RUNS, async (i) => {
    const added = insert(i);
    await call('search.messages', { query: wordOf(i % 20), order: 'newest', chatId: null, cursor: null });
    await added;
  });
  printFigure('add a message and search', both, floor);
};

makeHistory();
console.log(
  `${'milliseconds'.padEnd(44)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'p95/floor'.padStart(10)}`,
);
const call = callsOf(parts.createBackstage());
const began = performance.now();
await call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
const opened = performance.now() - began;
printFigure('open the history', { p50: opened, p95: opened });
const floor = await measureReading(call);
const kept = await measureSearch(call, floor);
await measureTogether(call, floor);
await call('history.close', null);
console.log(kept ? '' : `\nA search took longer than ${BUDGET_MS} ms at the 95th percentile.`);
process.exitCode = kept ? 0 : 1;

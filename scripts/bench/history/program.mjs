import { writeFileSync } from 'node:fs';
import { wordOf } from './corpus.mjs';
import { CHAT, idOf } from './fill.mjs';
import { loadBackstage } from './load.mjs';
import { rowsOfTimes, timed } from './measure.mjs';
import { hardest, kindsOf } from './queries.mjs';

const RUNS = 100;
/** The design's bound for the first page of a search, in milliseconds at the 95th percentile. */
const SEARCH_MS = 10;
/** The design's bound for a long chat beside a short one. */
const LONG_CHAT_TIMES = 1.5;

// Measures what is done in a history as `historyShape` makes it: node program.mjs BUNDLE FILE KEY MESSAGES OUT.
const [bundle = '', file = '', keyHex = '', size = '', out = ''] = process.argv.slice(2);
const count = Number(size);
const group = `history of ${count.toLocaleString('en')}`;
const { call } = await loadBackstage(bundle);
await call('history.open', { file, keyHex, liveMessageIds: [] });

/** @type {import('../lib/report.mjs').Row[]} */
const rows = [];
const random = (/** @type {number} */ i) => (i * 7919) % count;
const chatOf = (/** @type {number} */ i) => idOf(Math.floor(random(i) / CHAT), 1);
const chats = Math.ceil(count / CHAT);
const [shortChat, longChat] = [idOf(chats, 1), idOf(chats + 1, 1)];

const floor = await timed(3 * RUNS, (i) =>
  call('chat.messages', { chatId: chatOf(i), messageIds: [idOf(random(i), 2)] }),
);
rows.push(...rowsOfTimes({ group, name: 'read one message by its id (the floor)', times: floor }));

/**
 * @param {string} name
 * @param {(round: number) => Promise<unknown>} job
 * @param {number} [most]
 */
const measure = async (name, job, most) => {
  const times = await timed(RUNS, job);
  rows.push(...rowsOfTimes({ group, name, times, floor, ...(most !== undefined && { most }) }));
};

await measure('list of chats', () => call('chat.page', { cursor: null, limit: 60 }));
await measure('open a chat', (i) => call('chat.open', { chatId: chatOf(i), limit: 40 }));
await measure('open a chat at a message', (i) =>
  call('chat.openAt', { chatId: chatOf(i), messageId: idOf(random(i), 2), limit: 40 }),
);

const shorts = await timed(RUNS, () => call('chat.open', { chatId: shortChat, limit: 40 }));
const longs = await timed(RUNS, () => call('chat.open', { chatId: longChat, limit: 40 }));
const [median] = rowsOfTimes({
  group,
  name: 'open a chat of 10,000 beside one of 40',
  times: longs,
  floor: shorts,
});
if (median?.ratio)
  rows.push({ ...median, budget: `≤ ${LONG_CHAT_TIMES} ×`, within: median.ratio <= LONG_CHAT_TIMES });
const leafId = idOf(count + 40 + 10_000 - 1, 2);
await measure('find in a chat of 10,000', () => call('chat.find', { chatId: longChat, leafId, text: 'ca' }));

/** @param {'newest' | 'best'} order @param {import('./queries.mjs').Kind} kind @param {number} [most] */
const measureSearch = (order, [name, queryOf], most) =>
  measure(
    `search, ${order} first: ${name}`,
    (i) => call('search.messages', { query: queryOf(i), order, chatId: null, cursor: null }),
    most,
  );
for (const order of /** @type {const} */ (['newest', 'best'])) {
  for (const kind of kindsOf(count)) await measureSearch(order, kind, SEARCH_MS);
  await measureSearch(order, hardest);
}
await measure(
  'search: a page from the middle of all hits',
  (i) =>
    call('search.messages', {
      query: wordOf(i % 20),
      order: 'newest',
      chatId: null,
      cursor: Math.floor(count / 2) - i,
    }),
  SEARCH_MS,
);

const insert = (/** @type {number} */ i) =>
  call('chat.addMessage', {
    chatId: chatOf(0),
    role: 'user',
    text: `${wordOf(i)} new`,
    options: { model: 'gpt-4o', params: {} },
    limit: 1,
  });
await measure('add a message, found at once', insert);
await measure('add a message while one searches', async (i) => {
  const added = insert(i);
  await call('search.messages', { query: wordOf(i % 20), order: 'newest', chatId: null, cursor: null });
  await added;
});
await call('history.close', null);
writeFileSync(out, JSON.stringify(rows));

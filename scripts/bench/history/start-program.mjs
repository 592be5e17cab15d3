import { writeFileSync } from 'node:fs';
import { characterOf, wordOf } from './corpus.mjs';
import { loadBackstage } from './load.mjs';

// Opens a history in a new process and asks for the first things: node start-program.mjs BUNDLE FILE KEY WAIT-MS OUT.
const [bundle = '', file = '', keyHex = '', wait = '', out = ''] = process.argv.slice(2);
const { call } = await loadBackstage(bundle);

const ms = async (/** @type {() => Promise<unknown>} */ job) => {
  const began = performance.now();
  await job();
  return performance.now() - began;
};
const search = (/** @type {string} */ query) =>
  call('search.messages', { query, order: 'newest', chatId: null, cursor: null });

const open = await ms(() => call('history.open', { file, keyHex, liveMessageIds: [] }));
const list = await ms(() => call('chat.page', { cursor: null, limit: 60 }));
await new Promise((resolve) => setTimeout(resolve, Number(wait)));
const firstSearch = await ms(() => search(wordOf(7)));
const secondSearch = await ms(() => search(characterOf(9) + characterOf(4)));
await call('history.close', null);
writeFileSync(out, JSON.stringify({ open, list, firstSearch, secondSearch }));

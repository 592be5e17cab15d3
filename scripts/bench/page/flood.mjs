import path from 'node:path';
import { toRow } from '../lib/report.mjs';
import { percentile } from '../lib/stats.mjs';
import { replyTokens } from '../lib/texts.mjs';
import { measureTurn, messageBox, newChat, settled } from './drive.mjs';
import { openApp } from './open.mjs';
import { startServer } from './server.mjs';

const BURST = 20_000;
/** Chats that stream at once, and how fast each does. */
const CHATS = 4;
const EACH_TOKENS = 1500;
const EACH_PER_SECOND = 250;

/** @typedef {{ readonly app: import('./open.mjs').Running, readonly server: import('./drive.mjs').Server }} Bench */

/** @param {Bench} bench */
async function burst({ app, server }) {
  await newChat(app.page);
  const turn = await measureTurn(app, server, (end) => ({
    tokens: replyTokens(BURST, end),
    perSecond: Number.POSITIVE_INFINITY,
  }));
  await settled(app.page);
  return turn;
}

/** Asks in all chats but the last, then measures the last one while the others stream. @param {Bench} bench */
async function together({ app, server }) {
  const replyOf = (/** @type {string} */ end) => ({
    tokens: replyTokens(EACH_TOKENS, end),
    perSecond: EACH_PER_SECOND,
  });
  for (let chat = 1; chat < CHATS; chat += 1) {
    await newChat(app.page);
    server.answer(replyOf('The end.'));
    await messageBox(app.page).fill(`Question beside, ${chat}`);
    await messageBox(app.page).press('Enter');
    await app.page.getByRole('article', { name: 'Assistant message' }).waitFor();
  }
  await newChat(app.page);
  const turn = await measureTurn(app, server, replyOf);
  await settled(app.page);
  return turn;
}

/** @param {readonly import('./drive.mjs').Turn[]} bursts @param {readonly import('./drive.mjs').Turn[]} several */
const rowsOf = (bursts, several) => {
  const common = { group: 'flood', unit: 'ms' };
  return [
    toRow({
      ...common,
      name: '20,000 tokens in one go: last byte to painted',
      values: bursts.map(({ toEnd }) => toEnd),
      budget: { of: 'value', most: 300 },
    }),
    toRow({
      ...common,
      name: '… longest freeze',
      values: bursts.map(({ gaps }) => Math.max(...gaps)),
      budget: { of: 'value', most: 100 },
    }),
    toRow({
      ...common,
      name: `${CHATS} chats at ${EACH_PER_SECOND} tokens/s each: frame gap p95`,
      values: several.map(({ gaps }) => percentile(gaps, 0.95)),
      budget: { of: 'value', most: 17 },
    }),
    toRow({
      ...common,
      name: '… longest frame gap',
      values: several.map(({ gaps }) => Math.max(...gaps)),
      budget: { of: 'value', most: 50 },
    }),
  ];
};

/**
 * A reply that comes at once, and several chats that stream at once.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number }} options
 */
export async function benchFlood(machine, folder, { runs }) {
  const server = await startServer();
  const app = await openApp(machine, { profile: path.join(folder, 'flood'), env: server.env });
  const bench = { app, server };
  const bursts = [];
  const several = [];
  for (let run = -1; run < runs; run += 1) {
    const turn = await burst(bench);
    const beside = await together(bench);
    if (run < 0) continue;
    bursts.push(turn);
    several.push(beside);
  }
  await Promise.all([app.close(), server.close()]);
  return rowsOf(bursts, several);
}

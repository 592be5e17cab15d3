import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toRow } from '../lib/report.mjs';
import { replyTokens } from '../lib/texts.mjs';
import { messageBox, newChat } from './drive.mjs';
import { now, openApp } from './open.mjs';
import { memoryOf } from './processes.mjs';
import { startServer } from './server.mjs';

/** Chats that are gone through; each gets a reply in its turn. */
const CHATS = 8;
const REPLY_TOKENS = 1500;
const PER_SECOND = 400;

/** @typedef {import('./open.mjs').Running} Running */

/** What the page holds when all garbage is gone. @param {Running} app */
async function held({ page }) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (/** @type {string} */ wanted) =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    heapMb: metric('JSHeapUsedSize') / 1_000_000,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/** Asks in the chat on screen and goes away before the reply is complete every other time. @param {Running} app @param {number} turn */
async function takeTurn({ page }, turn) {
  await messageBox(page).fill(`Question ${turn}`);
  await messageBox(page).press('Enter');
  await page.locator('article[data-status=streaming]').waitFor();
  if (turn % 2 === 0)
    await page.waitForFunction(() => document.querySelector('[data-status=streaming]') === null);
}

/** Goes to a chat of the list, or begins another one. @param {Running} app @param {number} turn */
async function switchChat({ page }, turn) {
  const chats = page.getByRole('list', { name: 'Chats' }).locator('[data-chat]');
  if ((await chats.count()) < CHATS) await newChat(page);
  else await chats.nth(1 + (turn % (CHATS - 1))).click();
  // A chat whose reply still streams cannot be asked.
  await page.waitForFunction(() => document.querySelector('[data-status=streaming]') === null);
}

/** Memory with the same view on the screen each time: a new chat. @param {Running} app */
async function sample(app) {
  await newChat(app.page);
  await pause(2000);
  return { ...(await held(app)), pssMb: await memoryOf(app) };
}

/**
 * Streams and switches chats for minutes, and tells what the page holds after it, beside what it held at the start.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly minutes: number }} options
 */
export async function benchSoak(machine, folder, { minutes }) {
  const server = await startServer();
  server.answer({ tokens: replyTokens(REPLY_TOKENS, 'The end.'), perSecond: PER_SECOND });
  const app = await openApp(machine, { profile: path.join(folder, 'soak'), env: server.env });
  // Everything that is loaded when it is first needed is loaded before it counts.
  for (let turn = 0; turn < CHATS; turn += 1) {
    await takeTurn(app, turn);
    await switchChat(app, turn);
  }
  const before = await sample(app);
  const end = now() + minutes * 60_000;
  let turns = 0;
  for (; now() < end; turns += 1) {
    await switchChat(app, turns);
    await takeTurn(app, turns);
  }
  await switchChat(app, turns);
  const after = await sample(app);
  await Promise.all([app.close(), server.close()]);
  const name = (/** @type {string} */ what) =>
    `${what} after ${minutes} minutes, ${turns} replies (floor: at the start)`;
  const budget = /** @type {const} */ ({ of: 'ratio', most: 1.2 });
  const common = { group: 'soak', budget };
  return [
    toRow({
      ...common,
      name: name("the page's heap"),
      unit: 'MB',
      values: [after.heapMb],
      floors: [before.heapMb],
    }),
    toRow({ ...common, name: name('DOM nodes'), unit: '', values: [after.nodes], floors: [before.nodes] }),
    toRow({
      ...common,
      name: name('listeners'),
      unit: '',
      values: [after.listeners],
      floors: [before.listeners],
    }),
    toRow({
      ...common,
      name: name('memory of all processes'),
      unit: 'MB',
      values: [after.pssMb],
      floors: [before.pssMb],
    }),
  ];
}

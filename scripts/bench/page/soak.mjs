import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toRow } from '../lib/report.mjs';
import { replyTokens } from '../lib/texts.mjs';
import { newChat } from './drive.mjs';
import { openApp } from './open.mjs';
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

/**
 * Lives in the page, so it must use nothing from here. Compiled once: of what is compiled for each step, and of what is
 * typed by keys (Chromium keeps 1,000 steps to undo), the page would hold a little more after every turn.
 * @param {number} chats
 */
function makeDriver(chats) {
  /** @param {() => boolean} isThere */
  const when = (isThere) =>
    new Promise((resolve) => {
      const look = () => (isThere() ? resolve(null) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  const isIdle = () => document.querySelector('[data-status=streaming]') === null;

  /** Asks in the chat on screen and goes away before the reply is complete every other time. @param {number} turn */
  const takeTurn = async (turn) => {
    const box = document.querySelector('textarea[aria-label=Message]');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
      box,
      `Question ${turn}`,
    );
    box?.dispatchEvent(new Event('input', { bubbles: true }));
    box?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await when(() => !isIdle());
    if (turn % 2 === 0) await when(isIdle);
  };

  /** Goes to another chat of the list. A chat whose reply still streams cannot be asked. @param {number} turn */
  const switchChat = async (turn) => {
    const all = document.querySelectorAll('ul[aria-label=Chats] [data-chat]');
    const next = all[1 + (turn % (chats - 1))];
    if (next instanceof HTMLElement) next.click();
    await when(() => document.querySelector('[role=log] article') !== null && isIdle());
  };

  /** Takes turns for so long, or so many. @param {number} milliseconds @param {number} most */
  const run = async (milliseconds, most) => {
    const end = performance.now() + milliseconds;
    let turns = 0;
    for (; turns < most && performance.now() < end; turns += 1) {
      await switchChat(turns);
      await takeTurn(turns);
    }
    await when(isIdle);
    return turns;
  };
  return { takeTurn, run };
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
  const { page } = app;
  const driver = await page.evaluateHandle(makeDriver, CHATS);
  for (let chat = 0; chat < CHATS; chat += 1) {
    await newChat(page);
    await driver.evaluate(({ takeTurn }) => takeTurn(0));
  }
  // Everything that is loaded or compiled when it is first needed is there before it counts.
  await driver.evaluate(({ run }, most) => run(60_000, most), 2 * CHATS);
  const before = await sample(app);
  const turns = await driver.evaluate(({ run }, ms) => run(ms, Number.POSITIVE_INFINITY), minutes * 60_000);
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

import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toRow } from '../lib/report.mjs';
import { replyTokens } from '../lib/texts.mjs';
import { compiledMb } from './compiled.mjs';
import { newChat } from './drive.mjs';
import { openApp } from './open.mjs';
import { heldByRole, sumOf } from './processes.mjs';
import { startServer } from './server.mjs';
import { highestOfPlain } from './soak-floor.mjs';

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
  const compiled = await compiledMb(session);
  await session.detach();
  const metric = (/** @type {string} */ wanted) =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const heapMb = metric('JSHeapUsedSize') / 1_000_000;
  return {
    heapMb,
    dataMb: heapMb - compiled,
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

/** How often memory is looked at meanwhile. */
const STRETCH_MS = 10_000;
const STRETCHES_PER_MINUTE = 6;
/** What frames leave behind, Chromium collects when it has to, or after some twenty seconds in which nothing happens. */
const QUIET_MS = 45_000;

/** Memory with the same view on the screen each time, a new chat, after a while of quiet. @param {Running} app */
async function sample(app) {
  await newChat(app.page);
  await pause(QUIET_MS);
  const byRole = await heldByRole(app);
  return { ...(await held(app)), byRole };
}

/** Says how it goes: half an hour is long. @param {number} minute @param {ReadonlyMap<string, number>} byRole */
const tell = (minute, byRole) =>
  console.log(
    `minute ${minute}: ${sumOf(byRole).toFixed(0)} MB`,
    [...byRole].map(([role, mb]) => `${role} ${mb.toFixed(1)}`).join(', '),
  );

/**
 * Streams and switches chats, minute by minute.
 * @param {Running} app
 * @param {import('@playwright/test').JSHandle<ReturnType<typeof makeDriver>>} driver
 * @param {number} minutes
 * @returns {Promise<{ readonly turns: number, readonly highest: number }>} the number of replies, and the most that the page's
 *   process held, in MB
 */
async function live(app, driver, minutes) {
  let turns = 0;
  let highest = 0;
  for (let stretch = 1; stretch <= minutes * STRETCHES_PER_MINUTE; stretch += 1) {
    turns += await driver.evaluate(({ run }, ms) => run(ms, Number.POSITIVE_INFINITY), STRETCH_MS);
    const byRole = await heldByRole(app);
    highest = Math.max(highest, byRole.get('page') ?? 0);
    if (stretch % STRETCHES_PER_MINUTE === 0) tell(stretch / STRETCHES_PER_MINUTE, byRole);
  }
  return { turns, highest };
}

/** @typedef {Awaited<ReturnType<typeof sample>>} Sample */

/** @param {string} when @param {Sample} before @param {Sample} after @param {number} highest @param {number} plain */
function rowsOf(when, before, after, highest, plain) {
  const row = (
    /** @type {string} */ what,
    /** @type {string} */ unit,
    /** @type {number} */ value,
    /** @type {number} */ floor,
    /** @type {import('../lib/report.mjs').Budget | undefined} */ budget = undefined,
  ) =>
    toRow({
      group: 'soak',
      name: `${what} after ${when} (floor: at the start)`,
      unit,
      values: [value],
      floors: [floor],
      ...(budget === undefined ? {} : { budget }),
    });
  const budget = /** @type {const} */ ({ of: 'ratio', most: 1.2 });
  return [
    row("the page's heap", 'MB', after.heapMb, before.heapMb, budget),
    row('… without what V8 compiled', 'MB', after.dataMb, before.dataMb, { of: 'ratio', most: 1.1 }),
    row('DOM nodes', '', after.nodes, before.nodes, budget),
    row('listeners', '', after.listeners, before.listeners, budget),
    row('memory of all processes', 'MB', sumOf(after.byRole), sumOf(before.byRole), budget),
    ...[...after.byRole].map(([role, mb]) => row(`… of ${role}`, 'MB', mb, before.byRole.get(role) ?? 0)),
    toRow({
      group: 'soak',
      name: `the most that the page's process held in ${when} (floor: the same replies in a <pre>)`,
      unit: 'MB',
      values: [highest],
      floors: [plain],
    }),
  ];
}

/**
 * Streams and switches chats for minutes, and tells what the app holds after it, beside what it held at the start.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly minutes: number }} options
 */
export async function benchSoak(machine, folder, { minutes }) {
  const reply = { tokens: replyTokens(REPLY_TOKENS, 'The end.'), perSecond: PER_SECOND };
  const plain = await highestOfPlain(machine, folder, reply);
  const server = await startServer();
  server.answer(reply);
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
  tell(0, before.byRole);
  const { turns, highest } = await live(app, driver, minutes);
  const after = await sample(app);
  await Promise.all([app.close(), server.close()]);
  return rowsOf(`${minutes} minutes, ${turns} replies`, before, after, highest, plain);
}

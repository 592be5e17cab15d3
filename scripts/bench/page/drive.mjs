import { now } from './open.mjs';
import { installMeters, installProbe } from './probe.mjs';

/** @typedef {import('./open.mjs').Page} Page */
/** @typedef {import('./open.mjs').Running} Running */
/** @typedef {Awaited<ReturnType<typeof import('./server.mjs').startServer>>} Server */

/** The box that messages are typed in. @param {Page} page */
export const messageBox = (page) => page.getByRole('textbox', { name: 'Message', exact: true });

/** @param {Page} page */
export const newChat = (page) => page.getByRole('button', { name: 'New chat', exact: true }).click();

/**
 * How far the page's clock is behind ours: the exchange that took least tells it best.
 * @param {Page} page
 * @returns {Promise<number>} milliseconds to add to the page's `performance.now()` for milliseconds since 1970
 */
async function clockOffset(page) {
  let best = { took: Number.POSITIVE_INFINITY, offset: 0 };
  for (let exchange = 0; exchange < 9; exchange += 1) {
    const before = now();
    const there = await page.evaluate(() => performance.now());
    const took = now() - before;
    if (took < best.took) best = { took, offset: before + took / 2 - there };
  }
  return best.offset;
}

let asked = 0;

/**
 * Milliseconds of one turn, and how calm the page was meanwhile.
 * @typedef {object} Turn
 * @property {number} toSocket Enter to the request's first byte at the server
 * @property {number} toFirst Enter to the first token painted, without the time the server took
 * @property {number} toEnd last token sent to the end of the reply painted
 * @property {readonly number[]} gaps between frames, from the first token to the end
 * @property {number} longestTask
 */

/**
 * Asks a question in the chat on screen and measures the turn.
 * @param {Running} app
 * @param {Server} server
 * @param {(end: string) => import('./server.mjs').Reply} replyOf its reply must end in `end`
 * @returns {Promise<Turn>}
 */
export async function measureTurn({ page }, server, replyOf) {
  asked += 1;
  // One word: it may come to stand in code, whose colours would part several.
  const end = `EndOfReply${asked}X`;
  const begin = `Reply number ${asked}.`;
  const reply = replyOf(end);
  server.answer({ ...reply, tokens: [begin, ...reply.tokens] });
  server.exchanges.length = 0;
  const probe = await installProbe(page);
  const meters = await installMeters(page);
  await messageBox(page).fill(`Question number ${asked}`);
  const offset = await clockOffset(page);
  const measured = page.evaluate(
    async ({ probe, meters, begin: first, end: last }) => {
      const pressedAt = await new Promise((resolve) =>
        document.addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), {
          once: true,
          capture: true,
        }),
      );
      const begun = await probe.begun(first);
      meters.startFrames();
      const ended = await probe.shown(last);
      return { pressedAt, first: begun, ended, ...meters.stopFrames() };
    },
    { probe, meters, begin, end },
  );
  await messageBox(page).press('Enter');
  const { pressedAt, first, ended, gaps, longestTask } = await measured;
  const [exchange] = server.exchanges;
  if (exchange === undefined) throw new Error('The server was not asked.');
  const answeredIn = exchange.firstTokenAt - exchange.arrivedAt;
  return {
    toSocket: exchange.arrivedAt - (pressedAt + offset),
    toFirst: first - pressedAt - answeredIn,
    toEnd: ended + offset - exchange.lastTokenAt,
    gaps,
    longestTask,
  };
}

/** Waits until nothing streams. @param {Page} page */
export const settled = (page) =>
  page.waitForFunction(
    () =>
      document.querySelector('[data-status=streaming]') === null &&
      document.querySelector('[role=log] [data-status=complete]') !== null,
  );

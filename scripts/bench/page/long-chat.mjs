import path from 'node:path';
import { messageText } from '../history/corpus.mjs';
import { makeProfile } from '../history/make-profile.mjs';
import { toRow } from '../lib/report.mjs';
import { openApp } from './open.mjs';
import { installProbe } from './probe.mjs';

/** @typedef {import('./open.mjs').Page} Page */

const LENGTHS = [10, 10_000];
/** Opened and jumped in so often in a run. */
const TIMES = 3;

/** What a message begins with. @param {number} index */
const beginningOf = (index) => messageText(index).slice(0, 24);

/**
 * Clicks a chat and waits until its last message is painted.
 * @param {Page} page
 * @param {string} title
 * @param {string} last beginning of its last message
 */
async function timeOpening(page, title, last) {
  const probe = await installProbe(page);
  const target = await page.getByRole('button', { name: title, exact: true }).elementHandle();
  return page.evaluate(
    async ({ there, button, text }) => {
      const began = performance.now();
      button?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return (await there.inView(text)) - began;
    },
    { there: probe, button: target, text: last },
  );
}

/**
 * Takes the scroll bar to the top and waits until the first message is painted.
 * @param {Page} page
 * @param {{ readonly first: string, readonly last: string }} chat what its first and last messages begin with
 */
async function timeJump(page, { first, last }) {
  const probe = await installProbe(page);
  return page.evaluate(
    async ({ there, top, end }) => {
      const log = document.querySelector('[role=log]');
      const scroller = [log, log?.parentElement].find(
        (each) => each && each.scrollHeight > each.clientHeight,
      );
      const began = performance.now();
      if (scroller) scroller.scrollTop = 0;
      const took = (await there.inView(top)) - began;
      // A chat opens where it was left: the next time it must be at its end again.
      const back = setInterval(() => scroller?.scrollTo(0, scroller.scrollHeight), 50);
      await there.inView(end);
      clearInterval(back);
      return took;
    },
    { there: probe, top: first, end: last },
  );
}

/** @param {number} length @param {number} from the index of its first message */
const chatOf = (length, from) => ({
  title: `Chat of ${length}`,
  length,
  first: beginningOf(from),
  last: beginningOf(from + length - 1),
});

/**
 * Opens a chat of 10,000 messages and one of 10, and goes to their first messages.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number, readonly messages: number }} options
 */
export async function benchLongChat(machine, folder, { runs, messages }) {
  const profile = path.join(folder, 'long');
  const chats = LENGTHS.map((length, at) =>
    chatOf(length, messages + LENGTHS.slice(0, at).reduce((sum, before) => sum + before, 0)),
  );
  await makeProfile(profile, { messages, chats: chats.map(({ title, length }) => ({ title, length })) });
  const app = await openApp(machine, { profile });
  const opened = chats.map(() => /** @type {number[]} */ ([]));
  const jumped = chats.map(() => /** @type {number[]} */ ([]));
  for (let run = -1; run < runs * TIMES; run += 1) {
    for (const [at, { title, first, last }] of chats.entries()) {
      const opening = await timeOpening(app.page, title, last);
      const jump = await timeJump(app.page, { first, last });
      if (run < 0) continue;
      opened[at]?.push(opening);
      jumped[at]?.push(jump);
    }
  }
  await app.close();
  const common = { group: 'long-chat', unit: 'ms', floors: opened[0] ?? [] };
  const budget = /** @type {const} */ ({ of: 'ratio', most: 1.5 });
  return [
    toRow({
      ...common,
      name: 'open a chat of 10,000 messages, click to painted (floor: of 10)',
      values: opened[1] ?? [],
      budget,
    }),
    toRow({
      ...common,
      name: 'go to its first message, scroll bar to painted (floor: open a chat of 10)',
      values: jumped[1] ?? [],
      budget,
    }),
  ];
}

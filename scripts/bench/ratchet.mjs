import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeProfile } from './history/make-profile.mjs';
import { pageSizes } from './lib/page-size.mjs';
import { mostOf, readNotches, writeNotches } from './lib/ratchet-file.mjs';
import { streamMarkdown } from './markdown.mjs';
import { onMachine } from './page/machine.mjs';
import { EMPTY_APP, openApp } from './page/open.mjs';
import { memoryOf } from './page/processes.mjs';

/** @typedef {import('./lib/ratchet-file.mjs').Notch} Notch */
/** @typedef {import('./lib/ratchet-file.mjs').Measured} Measured */

/** Streamings of which the best counts: what disturbs one only ever makes it slower. */
const STREAMINGS = 3;
const LETTERS = 60_000;

/** How much dearer a token is at the end of a long text than near its start, and than in a <pre>. @param {number} count */
async function streaming(count) {
  const names = Array.from({ length: count }, () => 'mixed');
  const ratios = (await streamMarkdown(LETTERS, names)).map(([{ perStep, scripts }, plain]) => {
    const [early = Number.NaN, late = Number.NaN] = [scripts[1], scripts[9]];
    return { late: late / early, step: perStep / plain.perStep };
  });
  return {
    late: Math.min(...ratios.map(({ late }) => late)),
    step: Math.min(...ratios.map(({ step }) => step)),
  };
}

/** @param {import('./page/open.mjs').Running} app @param {string} title */
async function nodesOf({ page }, title) {
  await page.getByRole('button', { name: title, exact: true }).click();
  await page.locator('[role=log] article').last().waitFor();
  await pause(1500);
  return page.evaluate(() => document.querySelectorAll('[role=log] *').length);
}

/** Elements and memory with a chat of 10,000 messages, beside one of 40 and an empty window. */
const longChat = () =>
  onMachine(async (machine, folder) => {
    const profile = path.join(folder, 'full');
    const lengths = [40, 10_000];
    await makeProfile(profile, {
      messages: 0,
      chats: lengths.map((length) => ({ title: `Chat of ${length}`, length })),
    });
    const empty = await openApp(machine, { profile: path.join(folder, 'empty'), app: EMPTY_APP });
    const app = await openApp(machine, { profile });
    const few = await nodesOf(app, 'Chat of 40');
    const many = await nodesOf(app, 'Chat of 10000');
    const memory = (await memoryOf(app)) / (await memoryOf(empty));
    await Promise.all([app.close(), empty.close()]);
    return { elements: many / few, memory };
  });

/** @param {number} streamings of which the best counts @returns {Promise<Measured>} */
async function measure(streamings) {
  const { elements, memory } = await longChat();
  const { late, step } = await streaming(streamings);
  return {
    ...(await pageSizes()),
    'elements of a chat of 10,000 messages, to one of 40': elements,
    'memory with that chat open, to an empty window': memory,
    'script of a token at the end of a long reply, to near its start': late,
    'a step of streaming, to plain text in a <pre>': step,
  };
}

/** What got worse by more than noise. @param {Measured} measured @param {Readonly<Record<string, Notch>>} kept */
const worseOf = (measured, kept) =>
  Object.keys(measured).filter((name) => !((measured[name] ?? Number.NaN) <= mostOf(kept[name])));

/** The better of two measurements of each figure. @param {Measured} one @param {Measured} other @returns {Measured} */
const bestOf = (one, other) =>
  Object.fromEntries(
    Object.entries(one).map(([name, ratio]) => [name, Math.min(ratio, other[name] ?? ratio)]),
  );

/**
 * Whoever else runs on the machine makes a figure worse, never better: what looks worse is measured again, for longer.
 * @param {Readonly<Record<string, Notch>>} kept
 */
async function measureWell(kept) {
  const measured = await measure(STREAMINGS);
  const worse = worseOf(measured, kept);
  if (worse.length === 0) return measured;
  console.log(`Measured again, for longer: ${worse.join('; ')}\n`);
  return bestOf(measured, await measure(3 * STREAMINGS));
}

/**
 * Measures the few figures that do not depend on how busy the machine is, and compares them with what was reached.
 * @param {boolean} update whether what was measured is what must be kept to from now on
 * @returns {Promise<number>} an exit code: 1 where a figure got worse by more than noise
 */
export async function checkRatchet(update) {
  const kept = await readNotches();
  const measured = await (update ? measure(3 * STREAMINGS) : measureWell(kept));
  const worse = worseOf(measured, kept);
  for (const [name, ratio] of Object.entries(measured)) {
    const most = mostOf(kept[name]).toFixed(2);
    const verdict = worse.includes(name) ? 'WORSE' : 'kept';
    console.log(`${name.padEnd(66)}${ratio.toFixed(2).padStart(7)} ×  at most ${most}  ${verdict}`);
  }
  if (update) await writeNotches(measured, kept);
  if (update || worse.length === 0) return 0;
  console.log(
    '\nMake it good again; or, where it is worth it, `npm run bench -- ratchet --update`, and say why.',
  );
  return 1;
}

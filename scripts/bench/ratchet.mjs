import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../lib/paths.mjs';
import { makeProfile } from './history/make-profile.mjs';
import { streamMarkdown } from './markdown.mjs';
import { onMachine } from './page/machine.mjs';
import { EMPTY_APP, openApp } from './page/open.mjs';
import { memoryOf } from './page/processes.mjs';

const FILE = path.join(import.meta.dirname, 'ratchet.json');
const out = path.join(projectRoot, 'out/renderer');

/**
 * What may not grow: the ratio that was reached (absent until it was measured once on a quiet machine), and by what part of
 * it noise may exceed that.
 * @typedef {{ readonly ratio?: number, readonly noise: number }} Notch
 */

/** Streamings of which the best counts: what disturbs one only ever makes it slower. */
const STREAMINGS = 3;
const LETTERS = 60_000;

/** Script and styles that are read before the page can be used, beside React's own. @returns {Promise<number>} */
async function firstLoad() {
  const page = await readFile(path.join(out, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  const sizes = files.map(async (file) => (await stat(path.join(out, file))).size);
  const react = path.join(projectRoot, 'node_modules/react-dom/cjs/react-dom-client.production.js');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return bytes / (await stat(react)).size;
}

/** All script that the page can ever load, likewise. @returns {Promise<number>} */
async function allScript() {
  const folder = path.join(out, 'assets');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  const react = path.join(projectRoot, 'node_modules/react-dom/cjs/react-dom-client.production.js');
  return sizes.reduce((sum, size) => sum + size, 0) / (await stat(react)).size;
}

/** How much dearer a token is at the end of a long text than near its start, and than in a <pre>. */
async function streaming() {
  const names = Array.from({ length: STREAMINGS }, () => 'mixed');
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

/** @returns {Promise<Readonly<Record<string, number>>>} */
async function measure() {
  const { elements, memory } = await longChat();
  const { late, step } = await streaming();
  return {
    'script and styles before the page can be used, to React': await firstLoad(),
    'all script of the page, to React': await allScript(),
    'elements of a chat of 10,000 messages, to one of 40': elements,
    'memory with that chat open, to an empty window': memory,
    'script of a token at the end of a long reply, to near its start': late,
    'a step of streaming, to plain text in a <pre>': step,
  };
}

/**
 * Measures the few figures that do not depend on how busy the machine is, and compares them with what was reached.
 * @param {boolean} update whether what was measured is what must be kept to from now on
 * @returns {Promise<number>} an exit code: 1 where a figure got worse by more than noise
 */
export async function checkRatchet(update) {
  const measured = await measure();
  /** @type {Record<string, Notch>} */
  const kept = JSON.parse(await readFile(FILE, 'utf8'));
  let worse = 0;
  for (const [name, ratio] of Object.entries(measured)) {
    const notch = kept[name];
    const most = notch?.ratio === undefined ? Number.POSITIVE_INFINITY : notch.ratio * (1 + notch.noise);
    if (ratio > most) worse += 1;
    const verdict = ratio > most ? 'WORSE' : 'kept';
    console.log(
      `${name.padEnd(66)}${ratio.toFixed(2).padStart(7)} ×  at most ${most.toFixed(2)}  ${verdict}`,
    );
    kept[name] = { ratio: Number(ratio.toFixed(3)), noise: notch?.noise ?? 0.1 };
  }
  if (update) await writeFile(FILE, `${JSON.stringify(kept, null, 2)}\n`);
  else if (worse > 0)
    console.log(
      '\nMake it good again; or, where it is worth it, `npm run bench -- ratchet --update`, and say why.',
    );
  return worse > 0 && !update ? 1 : 0;
}

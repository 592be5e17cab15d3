import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { projectRoot } from '../lib/paths.mjs';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { openDisplay } from '../machine/display.mjs';
import { sandboxSwitches } from '../machine/sandbox.mjs';
import { resolveElectron } from '../runtime/electron-runtime.mjs';
import { toRow } from './lib/report.mjs';
import { benchTexts } from './lib/texts.mjs';

/**
 * What streaming one text took, in milliseconds: a step (script and layout), and its script alone in every tenth.
 * @typedef {{ readonly name: string, readonly perStep: number, readonly scripts: readonly number[],
 *   readonly longestStep: number }} Streamed
 */

const outDir = path.join(projectRoot, 'node_modules/.cache/bench-markdown');

/** @type {import('vite').InlineConfig} */
const config = {
  configFile: false,
  logLevel: 'error',
  root: path.join(projectRoot, 'test/bench'),
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    outDir,
    emptyOutDir: true,
    rolldownOptions: { input: path.join(projectRoot, 'test/bench/markdown.html') },
  },
  preview: { host: '127.0.0.1', port: 0 },
};

/**
 * Streams texts as Markdown and as plain text in a real window, 64 tokens a frame.
 * @param {number} letters of each text
 * @param {readonly string[]} names of the texts
 * @returns {Promise<readonly (readonly [Streamed, Streamed])[]>} as Markdown, and in a <pre>
 */
export async function streamMarkdown(letters, names) {
  const electron = await resolveElectron();
  await build(config);
  const server = await preview(config);
  const display = await openDisplay();
  const url = new URL('markdown.html', server.resolvedUrls?.local[0]).href;
  const program = path.join(import.meta.dirname, 'markdown/app');
  const call = `bench(${letters}, ${JSON.stringify(names)})`;
  const { code, stdout, stderr } = await read(electron, [...sandboxSwitches(), program, url, call], {
    env: display.env,
  });
  await Promise.all([display.close(), server.close()]);
  const results = /^RESULTS (.*)$/m.exec(stdout)?.[1];
  if (code !== 0 || results === undefined) throw new Stop(`The window did not finish: ${stderr}`);
  return JSON.parse(results);
}

/** Script of a step in these tenths of a text. @param {Streamed} streamed @param {readonly number[]} tenths */
const scriptIn = ({ scripts }, tenths) =>
  tenths.reduce((sum, at) => sum + (scripts[at] ?? Number.NaN), 0) / tenths.length;

/** @param {readonly [Streamed, Streamed]} result */
const rowsOf = ([markdown, plain]) => {
  const common = { group: 'markdown', unit: 'ms' };
  const { name, perStep } = markdown;
  // Not the first tenth: there the text is shorter than what is read again at each step.
  const start = scriptIn(markdown, [1, 2]);
  return [
    toRow({
      ...common,
      name: `${name}: a step of 64 tokens, script and layout (floor: <pre>)`,
      values: [perStep],
      floors: [plain.perStep],
    }),
    toRow({
      ...common,
      name: '… its script in the middle of the text (floor: at the start)',
      values: [scriptIn(markdown, [4, 5])],
      floors: [start],
    }),
    toRow({
      ...common,
      name: '… and at the end',
      values: [scriptIn(markdown, [8, 9])],
      floors: [start],
      budget: { of: 'ratio', most: 1.5 },
    }),
  ];
};

/** About as many letters as 50,000 tokens have. */
const LETTERS = 200_000;

/** How flat the cost of a token is from the first to the 50,000th, in texts of four kinds. */
export async function benchMarkdown() {
  const names = Object.keys(benchTexts(0));
  return (await streamMarkdown(LETTERS, names)).flatMap(rowsOf);
}

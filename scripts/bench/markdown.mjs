import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { projectRoot } from '../lib/paths.mjs';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { openDisplay } from '../machine/display.mjs';
import { sandboxSwitches } from '../machine/sandbox.mjs';
import { resolveElectron } from '../runtime/electron-runtime.mjs';

/**
 * @typedef {{ readonly name: string, readonly perStep: number, readonly atStart: number, readonly atEnd: number,
 *   readonly scriptAtStart: number, readonly scriptAtEnd: number,
 *   readonly longestStep: number, readonly longestFrame: number }} Streamed milliseconds
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

/** @param {readonly (readonly [Streamed, Streamed])[]} results */
function print(results) {
  const cells = (/** @type {readonly (string | number)[]} */ row) =>
    row
      .map((cell, index) =>
        String(cell)
          .padEnd(index === 0 ? 20 : 0)
          .padStart(11),
      )
      .join('');
  console.log(
    cells([
      'text',
      'per step',
      'at start',
      'at end',
      'script',
      'at end',
      'longest',
      'frame',
      '<pre>',
      'ratio',
    ]),
  );
  for (const [markdown, plain] of results) {
    const { name, ...times } = markdown;
    const { perStep, atStart, atEnd, scriptAtStart, scriptAtEnd, longestStep, longestFrame } = times;
    const figures = [
      perStep,
      atStart,
      atEnd,
      scriptAtStart,
      scriptAtEnd,
      longestStep,
      longestFrame,
      plain.perStep,
    ].map((ms) => ms.toFixed(2));
    console.log(cells([name, ...figures, `${(perStep / plain.perStep).toFixed(1)} x`]));
  }
}

/**
 * Streams texts of 40,000 letters as Markdown in a real window, 64 tokens a frame, and prints what a step takes (script
 * and layout, milliseconds), how flat that is from the first tenth to the last, and its ratio to plain text in a <pre>.
 * @returns {Promise<number>} an exit code
 */
export async function benchMarkdown() {
  const electron = await resolveElectron();
  await build(config);
  const server = await preview(config);
  const display = await openDisplay();
  const url = new URL('markdown.html', server.resolvedUrls?.local[0]).href;
  const program = path.join(import.meta.dirname, 'markdown/app');
  const { code, stdout, stderr } = await read(electron, [...sandboxSwitches(), program, url], {
    env: display.env,
  });
  await Promise.all([display.close(), server.close()]);
  const results = /^RESULTS (.*)$/m.exec(stdout)?.[1];
  if (code !== 0 || results === undefined) throw new Stop(`The window did not finish: ${stderr}`);
  print(JSON.parse(results));
  return 0;
}

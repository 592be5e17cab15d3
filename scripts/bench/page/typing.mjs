import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeExport } from '../import/export-file.mjs';
import { toRow } from '../lib/report.mjs';
import { percentile } from '../lib/stats.mjs';
import { replyTokens } from '../lib/texts.mjs';
import { messageBox, newChat } from './drive.mjs';
import { EMPTY_APP, openApp } from './open.mjs';
import { appendPlain } from './plain.mjs';
import { installMeters, installProbe } from './probe.mjs';
import { startServer } from './server.mjs';

const KEYS = 60;
/** Between two keys: not a multiple of a frame, so that keys fall anywhere within one. */
const PAUSE_MS = 41;
/** Enough to be read for longer than is typed. */
const IMPORT_BYTES = 120_000_000;

/** @typedef {import('./open.mjs').Page} Page */

/** Types into the message box and tells how long each key took to be painted, p95. @param {Page} page */
async function type(page) {
  const meters = await installMeters(page);
  await messageBox(page).fill('');
  await messageBox(page).focus();
  await page.evaluate((there) => there.startKeys(), meters);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefghij'[key % 10] ?? 'a');
    await pause(PAUSE_MS);
  }
  const times = await page.evaluate((there) => there.stopKeys(), meters);
  await messageBox(page).fill('');
  return percentile(times, 0.95);
}

/** Longer than is typed. */
const TOKENS = 60_000;
const PER_SECOND = 1000;

/** @param {Page} page @param {import('./drive.mjs').Server} server */
async function typeWhileStreaming(page, server) {
  await newChat(page);
  server.answer({ tokens: replyTokens(TOKENS, 'end'), perSecond: PER_SECOND });
  await messageBox(page).fill('Stream for long');
  await messageBox(page).press('Enter');
  await page.getByRole('article', { name: 'Assistant message' }).waitFor();
  await pause(1000);
  const p95 = await type(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.waitForFunction(() => document.querySelector('[data-status=streaming]') === null);
  return p95;
}

/** Drops an export on the window and lets it be imported. @param {Page} page @param {string} file */
async function beginImport(page, file) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop']))
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 300, data });
  await session.detach();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('progressbar', { name: 'Import progress' }).waitFor();
  await page.keyboard.press('Escape');
}

/**
 * Types in an idle app, then while an export is imported that was never imported before.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} profile
 * @param {string} file
 */
async function besideImport(machine, profile, file) {
  const { page, close } = await openApp(machine, { profile, env: { OPENAI_API_KEY: 'bench' } });
  await type(page);
  const idle = await type(page);
  await beginImport(page, file);
  const importing = await type(page);
  await close();
  return { idle, importing };
}

/** @param {import('./machine.mjs').Machine} machine @param {string} profile */
async function besideReply(machine, profile) {
  const server = await startServer();
  const app = await openApp(machine, { profile, env: server.env });
  await type(app.page);
  const idle = await type(app.page);
  const streaming = await typeWhileStreaming(app.page, server);
  await Promise.all([app.close(), server.close()]);
  return { idle, streaming };
}

/** The least that could do both: a bare text box, and the same text appended to a <pre> once a frame. */
async function besidePlain(
  /** @type {import('./machine.mjs').Machine} */ machine,
  /** @type {string} */ profile,
) {
  const { page, close } = await openApp(machine, { profile, app: EMPTY_APP });
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.ariaLabel = 'Message';
    box.style.cssText = 'position: fixed; inset: auto 0 0';
    document.body.append(box);
  });
  await type(page);
  // It ends with the page.
  appendPlain(page, await installProbe(page), {
    tokens: replyTokens(TOKENS, 'end'),
    perSecond: PER_SECOND,
  }).catch(() => undefined);
  await pause(1000);
  const p95 = await type(page);
  await close();
  return p95;
}

/**
 * Key press to painted: idle, while a reply streams, and while an export is imported.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number }} options
 */
export async function benchTyping(machine, folder, { runs }) {
  const file = path.join(folder, 'conversations.json');
  await writeExport(file, IMPORT_BYTES);
  const replies = [];
  const plain = [];
  const imports = [];
  for (let run = 0; run < runs; run += 1) {
    replies.push(await besideReply(machine, path.join(folder, `reply-${run}`)));
    plain.push(await besidePlain(machine, path.join(folder, 'plain')));
    imports.push(await besideImport(machine, path.join(folder, `import-${run}`), file));
  }
  const common = { group: 'typing', unit: 'ms', budget: /** @type {const} */ ({ of: 'ratio', most: 1.5 }) };
  return [
    toRow({
      ...common,
      name: 'key press to painted while 1,000 tokens/s stream, p95 (floor: idle)',
      values: replies.map(({ streaming }) => streaming),
      floors: replies.map(({ idle }) => idle),
    }),
    toRow({
      group: 'typing',
      unit: 'ms',
      name: 'the same beside a bare text box and a <pre> that grows once a frame',
      values: replies.map(({ streaming }) => streaming),
      floors: plain,
      budget: { of: 'ratio', most: 1 },
    }),
    toRow({
      ...common,
      name: 'the same while an export is imported (floor: idle)',
      values: imports.map(({ importing }) => importing),
      floors: imports.map(({ idle }) => idle),
    }),
  ];
}

import path from 'node:path';
import { toRow } from '../lib/report.mjs';
import { percentile } from '../lib/stats.mjs';
import { replyTokens } from '../lib/texts.mjs';
import { measureTurn, newChat, settled } from './drive.mjs';
import { EMPTY_APP, openApp } from './open.mjs';
import { appendPlain } from './plain.mjs';
import { installMeters, installProbe } from './probe.mjs';
import { rendererCpu } from './processes.mjs';
import { startServer } from './server.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */

const TOKENS = 5000;
const PER_SECOND = 1000;
/** What the server takes before it answers: it must be seen that this is not counted. */
const SERVER_MS = 100;

/** The same text, at the same pace, appended to a <pre> once a frame. @param {import('./open.mjs').Running} empty */
async function streamPlain(empty) {
  const probe = await installProbe(empty.page);
  const meters = await installMeters(empty.page);
  const before = await rendererCpu(empty);
  await empty.page.evaluate((there) => there.startFrames(), meters);
  await appendPlain(empty.page, probe, { tokens: replyTokens(TOKENS, 'end'), perSecond: PER_SECOND });
  const measured = await empty.page.evaluate((there) => there.stopFrames(), meters);
  return { ...measured, cpuMs: (await rendererCpu(empty)) - before };
}

/** @param {import('./open.mjs').Running} app @param {import('./drive.mjs').Server} server */
async function streamReply(app, server) {
  await newChat(app.page);
  const before = await rendererCpu(app);
  const turn = await measureTurn(app, server, (end) => ({
    tokens: replyTokens(TOKENS, end),
    perSecond: PER_SECOND,
    delayMs: SERVER_MS,
  }));
  const cpuMs = (await rendererCpu(app)) - before;
  await settled(app.page);
  return { ...turn, cpuMs };
}

const p95 = (/** @type {{ readonly gaps: readonly number[] }} */ { gaps }) => percentile(gaps, 0.95);
const longest = (/** @type {{ readonly gaps: readonly number[] }} */ { gaps }) => Math.max(...gaps);

/**
 * @param {readonly Awaited<ReturnType<typeof streamReply>>[]} streamed
 * @param {readonly Awaited<ReturnType<typeof streamPlain>>[]} plain
 */
const rowsOf = (streamed, plain) => {
  const common = { group: 'stream', unit: 'ms' };
  return [
    toRow({
      ...common,
      name: 'Enter to first token painted, beside the server',
      values: streamed.map(({ toFirst }) => toFirst),
      budget: { of: 'value', most: 60 },
    }),
    toRow({
      ...common,
      name: '5,000 tokens at 1,000/s: frame gap p95',
      values: streamed.map(p95),
      floors: plain.map(p95),
      budget: { of: 'value', most: 17 },
    }),
    toRow({
      ...common,
      name: '… longest frame gap',
      values: streamed.map(longest),
      floors: plain.map(longest),
      budget: { of: 'value', most: 50 },
    }),
    toRow({
      ...common,
      name: '… last byte to painted',
      values: streamed.map(({ toEnd }) => toEnd),
      budget: { of: 'value', most: 100 },
    }),
    toRow({
      ...common,
      name: '… CPU of the page',
      values: streamed.map(({ cpuMs }) => cpuMs),
      floors: plain.map(({ cpuMs }) => cpuMs),
      budget: { of: 'ratio', most: 3 },
    }),
  ];
};

/**
 * 5,000 tokens at 1,000 a second, beside the same text in a <pre>.
 * @param {Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number }} options
 */
export async function benchStream(machine, folder, { runs }) {
  const server = await startServer();
  const app = await openApp(machine, { profile: path.join(folder, 'app'), env: server.env });
  const empty = await openApp(machine, { profile: path.join(folder, 'empty'), app: EMPTY_APP });
  await app.page.bringToFront();
  const streamed = [];
  const plain = [];
  // The first turn compiles, and loads what is loaded when it is needed.
  for (let run = -1; run < runs; run += 1) {
    const floor = await streamPlain(empty);
    const turn = await streamReply(app, server);
    if (run < 0) continue;
    plain.push(floor);
    streamed.push(turn);
  }
  await Promise.all([app.close(), empty.close(), server.close()]);
  return rowsOf(streamed, plain);
}

import path from 'node:path';
import { toRow } from '../lib/report.mjs';
import { percentile } from '../lib/stats.mjs';
import { replyTokens } from '../lib/texts.mjs';
import { measureTurn, newChat } from './drive.mjs';
import { openApp } from './open.mjs';
import { startServer } from './server.mjs';

/** 120,000 tokens: about the most that any model may write in one reply (128,000). */
const MINUTES = 2;
const PER_SECOND = 1000;
/** At its beginning and end a reply is looked at for so long, in milliseconds. */
const STRETCH_MS = 20_000;

/** The gaps between frames of a stretch, from whichever end they are handed in. @param {readonly number[]} gaps */
function firstOf(gaps) {
  let sum = 0;
  return gaps.filter((gap) => {
    sum += gap;
    return sum <= STRETCH_MS;
  });
}

/**
 * One reply that streams for minutes: whether its end is as calm as its beginning.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 */
export async function benchMinutes(machine, folder) {
  const server = await startServer();
  const app = await openApp(machine, { profile: path.join(folder, 'app'), env: server.env });
  await app.page.bringToFront();
  const stream = async (/** @type {number} */ tokens) => {
    await newChat(app.page);
    return measureTurn(app, server, (end) => ({ tokens: replyTokens(tokens, end), perSecond: PER_SECOND }));
  };
  // Compiles, and loads what is loaded when it is needed.
  await stream(PER_SECOND);
  const { gaps, toEnd } = await stream(MINUTES * 60 * PER_SECOND);
  await Promise.all([app.close(), server.close()]);
  const common = { group: 'minutes', unit: 'ms' };
  const p95 = percentile(gaps, 0.95);
  return [
    toRow({
      ...common,
      name: `one reply, ${MINUTES} minutes at 1,000 tokens/s: frame gap p95`,
      values: [p95],
      budget: { of: 'value', most: 17 },
    }),
    toRow({
      ...common,
      name: `… in its last ${STRETCH_MS / 1000} s (floor: in its first)`,
      values: [percentile(firstOf(gaps.toReversed()), 0.95)],
      floors: [percentile(firstOf(gaps), 0.95)],
      budget: { of: 'ratio', most: 1.2 },
    }),
    toRow({ ...common, name: '… frame gap p99', values: [percentile(gaps, 0.99)] }),
    toRow({ ...common, name: '… longest frame gap', values: [Math.max(...gaps)] }),
    toRow({ ...common, name: '… last byte to painted', values: [toEnd], budget: { of: 'value', most: 100 } }),
  ];
}

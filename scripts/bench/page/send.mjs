import path from 'node:path';
import OpenAI from 'openai';
import { toRow } from '../lib/report.mjs';
import { measureTurn, newChat, settled } from './drive.mjs';
import { now, openApp } from './open.mjs';
import { startServer } from './server.mjs';

/** Requests of a run, on a connection that is open. */
const REQUESTS = 5;

/** @param {import('./drive.mjs').Server} server */
async function askBySdk(server) {
  const client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'bench' });
  const times = [];
  for (let request = 0; request <= REQUESTS; request += 1) {
    server.answer({ tokens: ['A word'], perSecond: 1000 });
    server.exchanges.length = 0;
    const askedAt = now();
    const messages = [{ role: /** @type {const} */ ('user'), content: `Question ${request}` }];
    const stream = await client.chat.completions.create({ model: 'gpt-4o', stream: true, messages });
    for await (const _chunk of stream);
    times.push((server.exchanges[0]?.arrivedAt ?? Number.NaN) - askedAt);
  }
  return times.slice(1);
}

/** @param {import('./open.mjs').Running} app @param {import('./drive.mjs').Server} server */
async function askByApp(app, server) {
  await newChat(app.page);
  const times = [];
  for (let request = 0; request <= REQUESTS; request += 1) {
    const turn = await measureTurn(app, server, (end) => ({
      tokens: [`\n\n${end}`],
      perSecond: 1000,
    }));
    times.push(turn.toSocket);
    await settled(app.page);
  }
  return times.slice(1);
}

/**
 * Enter to the request's first byte at the server, beside the openai SDK alone in Node.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number }} options
 */
export async function benchSend(machine, folder, { runs }) {
  const server = await startServer();
  const app = await openApp(machine, { profile: path.join(folder, 'send'), env: server.env });
  const values = [];
  const floors = [];
  for (let run = 0; run < runs; run += 1) {
    floors.push(...(await askBySdk(server)));
    values.push(...(await askByApp(app, server)));
  }
  await Promise.all([app.close(), server.close()]);
  return [
    toRow({
      group: 'send',
      name: 'Enter to the first byte out of the socket (floor: the openai SDK alone)',
      unit: 'ms',
      values,
      floors,
      budget: { of: 'more', most: 20 },
    }),
  ];
}

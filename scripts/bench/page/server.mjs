import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { now } from './open.mjs';

/**
 * How the server answers: after so long, these tokens, so many a second (Infinity: all in one write).
 * @typedef {{ readonly tokens: readonly string[], readonly perSecond: number, readonly delayMs?: number }} Reply
 */

/**
 * What became of one request, each in milliseconds since 1970: its first byte was here, the first and the last token left.
 * @typedef {{ arrivedAt: number, firstTokenAt: number, lastTokenAt: number }} Exchange
 */

/** @param {string | null} content */
const eventOf = (content) => {
  const choice =
    content === null
      ? { index: 0, delta: {}, finish_reason: 'stop' }
      : { index: 0, delta: { content }, finish_reason: null };
  const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'bench', choices: [choice] };
  return `data: ${JSON.stringify(chunk)}\n\n`;
};

/** @param {import('node:http').ServerResponse} response @param {Reply} reply @param {Exchange} exchange */
async function stream(response, { tokens, perSecond, delayMs = 0 }, exchange) {
  response.socket?.setNoDelay(true);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
  await pause(delayMs);
  exchange.firstTokenAt = now();
  let sent = 0;
  while (sent < tokens.length && !response.destroyed) {
    const due = Math.min(tokens.length, 1 + Math.floor(((now() - exchange.firstTokenAt) * perSecond) / 1000));
    if (perSecond === Number.POSITIVE_INFINITY) response.write(tokens.map(eventOf).join(''));
    // One write for each token, as servers that stream do.
    else for (const token of tokens.slice(sent, due)) response.write(eventOf(token));
    sent = perSecond === Number.POSITIVE_INFINITY ? tokens.length : due;
    if (sent < tokens.length) await pause(1);
  }
  exchange.lastTokenAt = now();
  response.end(`${eventOf(null)}data: [DONE]\n\n`);
}

/** What asks for a title gets one, what asks for models gets one. */
const BESIDE = {
  object: 'list',
  data: [{ id: 'bench', object: 'model' }],
  choices: [{ index: 0, message: { role: 'assistant', content: 'A title' }, finish_reason: 'stop' }],
};

/**
 * Starts an OpenAI-compatible server on loopback that writes down when what came and went.
 * @returns {Promise<{ readonly env: NodeJS.ProcessEnv, readonly baseUrl: string, readonly exchanges: Exchange[],
 *   answer: (reply: Reply) => void, readonly close: () => Promise<void> }>} `env` makes the app ask it
 */
export async function startServer() {
  /** @type {Reply} */
  let reply = { tokens: ['.'], perSecond: 1000 };
  /** @type {Exchange[]} */
  const exchanges = [];
  const server = createServer(async (request, response) => {
    const exchange = { arrivedAt: now(), firstTokenAt: 0, lastTokenAt: 0 };
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    if (!body.includes('"stream":true')) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(BESIDE));
      return;
    }
    exchanges.push(exchange);
    await stream(response, reply, exchange);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`;
  return {
    baseUrl,
    env: { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: 'bench' },
    exchanges,
    answer: (next) => {
      reply = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

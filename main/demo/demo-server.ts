import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_MODEL_ID } from '../../preload/contract/models';
import { planCompletion } from './completion-events';
import type { CompletionKind } from './completion-kinds';
import { completionKind } from './completion-kinds';
import { demoReply } from './demo-reply';
import type { DemoRequest } from './demo-request';
import { errorBody, parseJson, readBody, sendJson } from './http-json';

/** A request that got past the door, with its body (empty for GET) and the JSON in it. */
export interface DemoExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The path below `/v1`. */
  readonly path: string;
  readonly text: string;
  readonly body: unknown;
}

/** How the server differs from the built-in demo; the tests' fault server is made of it. */
export interface DemoServerOptions {
  /** The text of one answer; the demo's own reply when absent. */
  readonly reply?: (request: DemoRequest, choiceIndex: number) => string;
  readonly tokensPerSecond?: number;
  /** Sees every request first; true means it was answered. */
  readonly intercept?: (exchange: DemoExchange) => Promise<boolean>;
}

/** A running server. */
export interface DemoServer {
  /** `http://127.0.0.1:<port>/<secret>/v1`. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

const TOKENS_PER_SECOND = 90;
const CREATED = 1_767_225_600;

/** A web page must not reach this server: not by a request of its own, nor by a name that it points to loopback. */
const isFromWebPage = ({ headers }: IncomingMessage, ownHost: string): boolean =>
  headers.origin !== undefined || headers.host !== ownHost;

const streamCompletion = async (
  response: ServerResponse,
  chunks: Iterable<object>,
  tokensPerSecond: number,
): Promise<void> => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const startedAt = performance.now();
  let sent = 0;
  for (const chunk of chunks) {
    // The client may be gone: Stop closes the connection.
    if (response.destroyed) return;
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    sent += 1;
    const ahead = startedAt + (sent * 1000) / tokensPerSecond - performance.now();
    // Timers are not finer than a millisecond, so a fast pace is kept by skipping pauses.
    if (ahead >= 1) await pause(ahead);
  }
  response.end('data: [DONE]\n\n');
};

const complete = async (
  { response, body }: DemoExchange,
  kind: CompletionKind,
  options: DemoServerOptions,
): Promise<void> => {
  const asked = kind.read(body);
  // Who says what the reply is means a text.
  const request = asked && options.reply ? { ...asked, call: null } : asked;
  if (request === null) {
    sendJson(response, 400, errorBody('The request body is no such request.', 'invalid_request_error'));
    return;
  }
  const reply = options.reply ?? demoReply;
  const texts = Array.from({ length: request.n }, (_, index) => reply(request, index));
  const plan = planCompletion(request, texts, Date.now());
  response.setHeader('x-request-id', `req_${plan.id}`);
  if (request.stream)
    await streamCompletion(response, kind.chunks(plan), options.tokensPerSecond ?? TOKENS_PER_SECOND);
  else sendJson(response, 200, kind.whole(plan));
};

const answer = async (exchange: DemoExchange, options: DemoServerOptions): Promise<void> => {
  if ((await options.intercept?.(exchange)) === true) return;
  const { request, response, path } = exchange;
  const route = `${request.method} ${path}`;
  const kind = request.method === 'POST' ? completionKind(path) : undefined;
  if (kind !== undefined) return complete(exchange, kind, options);
  if (route !== 'GET /models')
    return sendJson(
      response,
      404,
      errorBody(`Unknown request URL: ${route}`, 'invalid_request_error', 'unknown_url'),
    );
  const model = { id: DEMO_MODEL_ID, object: 'model', created: CREATED, owned_by: 'parlance' };
  sendJson(response, 200, { object: 'list', data: [model] });
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Starts the OpenAI-compatible demo server on a free loopback port, under a path only the caller knows: `GET /models`,
 * `POST /chat/completions` and `POST /completions`, streamed or not, at the pace of a real model.
 */
export const startDemoServer = async (options: DemoServerOptions = {}): Promise<DemoServer> => {
  const prefix = `/${randomBytes(12).toString('hex')}/v1`;
  let ownHost = '';
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    if (isFromWebPage(request, ownHost) || !url.startsWith(`${prefix}/`))
      return sendJson(response, 403, errorBody('This server answers Parlance only.', 'forbidden'));
    const text = request.method === 'POST' ? ((await readBody(request)) ?? '') : '';
    const exchange = { request, response, path: url.slice(prefix.length), text, body: parseJson(text) };
    await answer(exchange, options);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const port = await listen(server);
  ownHost = `127.0.0.1:${port}`;
  return { baseUrl: `http://${ownHost}${prefix}`, close: () => close(server) };
};

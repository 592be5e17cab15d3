import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { planCompletion } from '../../main/demo/completion-events';
import { completionKind } from '../../main/demo/completion-kinds';
import type { DemoRequest } from '../../main/demo/demo-request';
import type { DemoExchange, DemoServer } from '../../main/demo/demo-server';
import { startDemoServer } from '../../main/demo/demo-server';
import { errorBody, sendJson } from '../../main/demo/http-json';

/** A request as the server got it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body byte for byte, and the JSON in it. */
  readonly text: string;
  readonly body: unknown;
}

/** What the server does instead of answering well. `after` counts whole chunks sent before. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly code?: string | null;
      readonly param?: string | null;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Sends `text` as it is, with status 200; falls silent after it where the connection stays open. */
  | {
      readonly kind: 'raw';
      readonly text: string;
      readonly contentType: string;
      readonly staysOpen?: boolean;
    }
  /** A whole reply, its bytes cut into packets of `size` bytes. */
  | { readonly kind: 'split'; readonly size: number; readonly lineEnd?: string }
  | { readonly kind: 'noDone' }
  /** Closes, resets, ends without an end mark, or falls silent. */
  | { readonly kind: 'close' | 'reset' | 'end' | 'endInLine' | 'stall'; readonly after: number }
  /** Comment lines every `everyMs` while nothing else comes, `times` times, then a whole reply. */
  | { readonly kind: 'keepAlive'; readonly everyMs: number; readonly times: number }
  /** Adds `text` to the stream after some chunks, then goes on. */
  | { readonly kind: 'insert'; readonly after: number; readonly text: string }
  /** The connection is dropped before any header. */
  | { readonly kind: 'resetAtOnce' }
  /** Headers never come. */
  | { readonly kind: 'slowHeaders' }
  /** One line without end. */
  | { readonly kind: 'hugeLine' }
  /** A reply without end, as fast as it is taken. */
  | { readonly kind: 'flood' };

/** The server and its controls. */
export interface FaultServer extends DemoServer {
  readonly requests: readonly ReceivedRequest[];
  /**
   * The next `times` completions fail so; without `times` every request that follows. Null: back to health. A list of
   * models is asked for at a time of its own, so it must not use up a fault that is meant for a completion.
   */
  readonly fail: (fault: Fault | null, times?: number) => void;
  /** All requests to this model fail so; null: no more. */
  readonly failModel: (model: string, fault: Fault | null) => void;
  /** Lists these models from now on. */
  readonly offer: (modelIds: readonly string[]) => void;
  /** Resolves when a client that was being answered has gone. */
  readonly clientGone: () => Promise<void>;
}

/** How the server answers when it answers well. */
export interface FaultServerOptions {
  readonly reply?: (request: DemoRequest, choiceIndex: number) => string;
  readonly tokensPerSecond?: number;
}

const DONE = 'data: [DONE]\n\n';
const FAST = 1_000_000;
const BLOCK = 'x'.repeat(64 * 1024);

const eventsOf = (
  { path, body }: DemoExchange,
  reply: (request: DemoRequest, choiceIndex: number) => string,
): string[] => {
  const kind = completionKind(path);
  const asked = kind?.read(body) ?? null;
  if (asked === null || kind === undefined) return [];
  const request = { ...asked, call: null };
  const texts = Array.from({ length: request.n }, (_, index) => reply(request, index));
  return [...kind.chunks(planCompletion(request, texts, 0))].map(
    (chunk) => `data: ${JSON.stringify(chunk)}\n\n`,
  );
};

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

const sendPackets = async (response: ServerResponse, text: string, size: number): Promise<void> => {
  response.socket?.setNoDelay(true);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await nextTurn();
  }
  response.end();
};

const sendForever = async (response: ServerResponse, block: string): Promise<void> => {
  const gone = new Promise((resolve) => response.once('close', resolve));
  while (!response.destroyed) {
    if (!response.write(block))
      await Promise.race([gone, new Promise((resolve) => response.once('drain', resolve))]);
  }
};

type Broken = Extract<Fault, { readonly after: number; readonly kind: string }>;

const breakOff = (response: ServerResponse, events: readonly string[], fault: Broken): void => {
  const written = events.slice(0, fault.after).join('');
  switch (fault.kind) {
    case 'insert':
      response.end(written + fault.text + events.slice(fault.after).join('') + DONE);
      return;
    case 'end':
      response.end(written);
      return;
    case 'endInLine':
      response.end(written + (events[fault.after] ?? '').slice(0, 40));
      return;
    case 'stall':
      response.write(written);
      return;
    case 'close':
      response.write(written, () => setImmediate(() => response.destroy()));
      return;
    case 'reset':
      response.write(written, () => setImmediate(() => response.socket?.resetAndDestroy()));
      return;
  }
};

const sendKeepAlive = async (
  response: ServerResponse,
  events: readonly string[],
  fault: Extract<Fault, { readonly kind: 'keepAlive' }>,
): Promise<void> => {
  for (let sent = 0; sent < fault.times && !response.destroyed; sent += 1) {
    response.write(': keep-alive\n\n');
    await new Promise((resolve) => setTimeout(resolve, fault.everyMs));
  }
  response.end(events.join('') + DONE);
};

const sendStatus = (response: ServerResponse, fault: Extract<Fault, { readonly kind: 'status' }>): void => {
  const { status, message = 'no', code = null, param = null, headers = {} } = fault;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(errorBody(message, 'invalid_request_error', code, param)));
};

const commitFault = async (fault: Fault, { request, response }: DemoExchange, events: readonly string[]) => {
  if (fault.kind === 'status') return sendStatus(response, fault);
  if (fault.kind === 'resetAtOnce') return void request.socket.resetAndDestroy();
  if (fault.kind === 'slowHeaders') return;
  const contentType = fault.kind === 'raw' ? fault.contentType : 'text/event-stream';
  response.writeHead(200, { 'content-type': contentType, 'x-request-id': 'req_fault' });
  switch (fault.kind) {
    case 'raw':
      return fault.staysOpen ? void response.write(fault.text) : void response.end(fault.text);
    case 'noDone':
      return void response.end(events.join(''));
    case 'split':
      return sendPackets(
        response,
        (events.join('') + DONE).replaceAll('\n', fault.lineEnd ?? '\n'),
        fault.size,
      );
    case 'keepAlive':
      return sendKeepAlive(response, events, fault);
    case 'hugeLine':
      response.write('data: {"choices":[{"delta":{"content":"');
      return sendForever(response, BLOCK);
    case 'flood':
      return sendForever(response, `data: {"choices":[{"index":0,"delta":{"content":"${BLOCK}"}}]}\n\n`);
    default:
      return breakOff(response, events, fault);
  }
};

const modelIn = (body: unknown): string =>
  String(typeof body === 'object' && body !== null && 'model' in body ? body.model : '');

/** Starts the demo server with faults it can be told to make. It answers at full speed unless told otherwise. */
export const startFaultServer = async (options: FaultServerOptions = {}): Promise<FaultServer> => {
  const reply = options.reply ?? (() => 'Hello **world**, 你好，世界 👋🏽');
  const requests: ReceivedRequest[] = [];
  const waiting: (() => void)[] = [];
  let current: Fault | null = null;
  let left = 0;
  let offered: readonly string[] | null = null;
  const failing = new Map<string, Fault>();
  const intercept = async (exchange: DemoExchange): Promise<boolean> => {
    const { request, response, path, text, body } = exchange;
    requests.push({ method: request.method ?? '', path, headers: request.headers, text, body });
    response.once('close', () => {
      if (!response.writableEnded) for (const gone of waiting.splice(0)) gone();
    });
    const own = failing.get(modelIn(body));
    if (own !== undefined) {
      await commitFault(own, exchange, eventsOf(exchange, reply));
      return true;
    }
    const isSpared = path === '/models' && Number.isFinite(left);
    if (current === null || left <= 0 || isSpared) {
      if (offered === null || path !== '/models') return false;
      sendJson(response, 200, { object: 'list', data: offered.map((id) => ({ id, object: 'model' })) });
      return true;
    }
    left -= 1;
    await commitFault(current, exchange, eventsOf(exchange, reply));
    return true;
  };
  const server = await startDemoServer({
    reply,
    tokensPerSecond: options.tokensPerSecond ?? FAST,
    intercept,
  });
  return {
    ...server,
    requests,
    fail: (fault, times = Number.POSITIVE_INFINITY) => {
      current = fault;
      left = times;
    },
    failModel: (model, fault) => {
      if (fault === null) failing.delete(model);
      else failing.set(model, fault);
    },
    offer: (modelIds) => {
      offered = modelIds;
    },
    clientGone: () => new Promise((resolve) => waiting.push(resolve)),
  };
};

import type { ServerResponse } from 'node:http';
import type { DemoExchange } from '../../main/demo/demo-server';
import { errorBody } from '../../main/demo/http-json';

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
  /** Whole chunks, then nothing until the test lets the rest come: a reply that streams for as long as the test wants. */
  | { readonly kind: 'hold'; readonly after: number }
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

const DONE = 'data: [DONE]\n\n';
const BLOCK = 'x'.repeat(64 * 1024);

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

type Broken = Exclude<Extract<Fault, { readonly after: number }>, { readonly kind: 'hold' }>;

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

const sendHeld = async (
  response: ServerResponse,
  events: readonly string[],
  after: number,
  released: () => Promise<void>,
): Promise<void> => {
  response.write(events.slice(0, after).join(''));
  await released();
  response.end(events.slice(after).join('') + DONE);
};

/**
 * Answers a request so.
 * @param events the chunks of a good reply, as lines of an event stream.
 * @param released resolves when the rest of a reply that is held may come.
 */
export const commitFault = async (
  fault: Fault,
  { request, response }: DemoExchange,
  events: readonly string[],
  released: () => Promise<void>,
): Promise<void> => {
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
    case 'hold':
      return sendHeld(response, events, fault.after, released);
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

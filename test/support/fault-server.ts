import { EventEmitter, once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { planCompletion } from '../../main/demo/completion-events';
import { completionKind } from '../../main/demo/completion-kinds';
import type { DemoRequest } from '../../main/demo/demo-request';
import type { DemoExchange, DemoServer } from '../../main/demo/demo-server';
import { startDemoServer } from '../../main/demo/demo-server';
import { sendJson } from '../../main/demo/http-json';
import { commitFault, type Fault } from './faults';

/** A request as the server got it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body byte for byte, and the JSON in it. */
  readonly text: string;
  readonly body: unknown;
}

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
  /** Waits until so many replies were held, as their requests may be on their way still, and lets the rest of them come. */
  readonly release: (count?: number) => Promise<void>;
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

const FAST = 1_000_000;

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
  const held: (() => void)[] = [];
  const holding = new EventEmitter();
  const released = () =>
    new Promise<void>((resolve) => {
      held.push(resolve);
      holding.emit('held');
    });
  const intercept = async (exchange: DemoExchange): Promise<boolean> => {
    const { request, response, path, text, body } = exchange;
    requests.push({ method: request.method ?? '', path, headers: request.headers, text, body });
    response.once('close', () => {
      if (!response.writableEnded) for (const gone of waiting.splice(0)) gone();
    });
    const own = failing.get(modelIn(body));
    if (own !== undefined) {
      await commitFault(own, exchange, eventsOf(exchange, reply), released);
      return true;
    }
    const isSpared = path === '/models' && Number.isFinite(left);
    if (current === null || left <= 0 || isSpared) {
      if (offered === null || path !== '/models') return false;
      sendJson(response, 200, { object: 'list', data: offered.map((id) => ({ id, object: 'model' })) });
      return true;
    }
    left -= 1;
    await commitFault(current, exchange, eventsOf(exchange, reply), released);
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
    release: async (count = 1) => {
      while (held.length < count) await once(holding, 'held');
      for (const letGo of held.splice(0)) letGo();
    },
    offer: (modelIds) => {
      offered = modelIds;
    },
    clientGone: () => new Promise((resolve) => waiting.push(resolve)),
  };
};

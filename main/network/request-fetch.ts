import { Readable } from 'node:stream';
import { type AuthInfo, type ClientRequest, type IncomingMessage, net, type Session } from 'electron';
import type { Credentials } from './proxy-setting';

/** Who a proxy is told is there; null: nobody known to it. */
export type LogIn = (proxy: Pick<AuthInfo, 'host' | 'port'>) => Promise<Credentials | null>;

/** Answers without a body: a Response refuses one (https://fetch.spec.whatwg.org/#null-body-status). */
const BODYLESS = [101, 204, 205, 304];

const urlOf = (input: string | URL | Request): string =>
  input instanceof Request ? input.url : String(input);

const open = (session: Session, input: string | URL | Request, init: RequestInit): ClientRequest => {
  const request = net.request({
    session,
    url: urlOf(input),
    method: init.method ?? 'GET',
    redirect: init.redirect ?? 'follow',
    cache: init.cache ?? 'default',
    // No cookies, and no answer to a server that asks for a password; a proxy may still ask.
    credentials: 'omit',
  });
  for (const [name, value] of new Headers(init.headers)) request.setHeader(name, value);
  return request;
};

const headersOf = ({ headers }: IncomingMessage): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  );

/** A response whose bytes are read as they come; leaving it, and the signal, end the request. */
const responseOf = (
  message: IncomingMessage,
  request: ClientRequest,
  signal: AbortSignal | null,
): Response => {
  const { statusCode, statusMessage } = message;
  const head = { status: statusCode, statusText: statusMessage, headers: headersOf(message) };
  if (BODYLESS.includes(statusCode)) return new Response(null, head);
  // Electron's message is a Readable that its types call an EventEmitter only.
  const reader = Readable.toWeb(message as unknown as Readable).getReader();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => request.abort(),
  });
  return new Response(body, head);
};

/** A proxy that asks a second time has refused what it was told: to tell it again would go on for ever. */
const answerProxy = (request: ClientRequest, logIn: LogIn, onRefused: (reason: string) => void): void => {
  let isAnswered = false;
  request.on('login', (info, answer) => {
    const decide = async (): Promise<void> => {
      const known = info.isProxy && !isAnswered ? await logIn(info) : null;
      if (known !== null) {
        isAnswered = true;
        answer(known.user, known.password);
        return;
      }
      if (info.isProxy) onRefused(isAnswered ? 'ERR_PROXY_AUTH_REFUSED' : 'ERR_PROXY_AUTH_REQUESTED');
      answer();
    };
    decide().catch(() => answer());
  });
};

/**
 * A fetch over Electron's own requests: `session.fetch` is the same, but tells nobody when a proxy asks for a password.
 * Bodies that are sent are texts. Rejects with Chromium's name of the failure in the message (`net::ERR_…`), or with the
 * signal's reason.
 */
export const fetchOver =
  (session: Session, logIn: LogIn): typeof globalThis.fetch =>
  (input, init = {}) =>
    new Promise((resolve, reject) => {
      const { signal = null, body } = init;
      signal?.throwIfAborted();
      const request = open(session, input, init);
      let refusal: string | null = null;
      answerProxy(request, logIn, (reason) => {
        refusal = reason;
      });
      const abort = (): void => {
        reject(signal?.reason);
        request.abort();
      };
      signal?.addEventListener('abort', abort, { once: true });
      request.on('response', (message) => {
        if (refusal === null) resolve(responseOf(message, request, signal));
        else {
          reject(new Error(`net::${refusal}`));
          request.abort();
        }
      });
      request.on('error', (error) => reject(refusal === null ? error : new Error(`net::${refusal}`)));
      request.end(typeof body === 'string' ? body : undefined);
    });

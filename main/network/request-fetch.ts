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

/**
 * Does something when a signal aborts, until it is forgotten (the answer's undo): Node keeps a signal that was made of others, with
 * all that its listeners hold, for as long as it has any (`gcPersistentSignals` in lib/internal/abort_controller.js).
 */
const onAbort = (signal: AbortSignal | null, act: (reason: unknown) => void): (() => void) => {
  const listener = () => act(signal?.reason);
  signal?.addEventListener('abort', listener, { once: true });
  return () => signal?.removeEventListener('abort', listener);
};

/**
 * A response whose bytes are read as they come; leaving it, and the signal, end the request.
 * @param onEnd called once nothing more comes, or nobody wants it.
 */
const responseOf = (
  message: IncomingMessage,
  request: ClientRequest,
  signal: AbortSignal | null,
  onEnd: () => void,
): Response => {
  const { statusCode, statusMessage } = message;
  const head = { status: statusCode, statusText: statusMessage, headers: headersOf(message) };
  if (BODYLESS.includes(statusCode)) {
    onEnd();
    return new Response(null, head);
  }
  // Electron's message is a Readable that its types call an EventEmitter only.
  const reader = Readable.toWeb(message as unknown as Readable).getReader();
  let forget = onEnd;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const forgetBody = onAbort(signal, (reason) => controller.error(reason));
      forget = () => {
        forgetBody();
        onEnd();
      };
    },
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        forget();
        controller.close();
      } catch (thrown) {
        forget();
        throw thrown;
      }
    },
    cancel: () => {
      forget();
      request.abort();
    },
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
      const forget = onAbort(signal, (reason) => {
        reject(reason);
        request.abort();
      });
      request.on('response', (message) => {
        if (refusal === null) return resolve(responseOf(message, request, signal, forget));
        forget();
        reject(new Error(`net::${refusal}`));
        request.abort();
      });
      request.on('redirect', (status, _method, location) => {
        if (init.redirect !== 'manual') return;
        forget();
        resolve(new Response(null, { status, headers: { location } }));
        request.abort();
      });
      request.on('error', (error) => {
        forget();
        reject(refusal === null ? error : new Error(`net::${refusal}`));
      });
      request.end(typeof body === 'string' ? body : undefined);
    });

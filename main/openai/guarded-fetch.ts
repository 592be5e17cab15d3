import type { AppError } from '../../preload/contract/result';
import type { BodyGuard } from './answer-bytes';
import type { ErrorContext } from './api-error';
import { errorOfStatus, errorOfThrown } from './api-error';
import { guardJson } from './guarded-json';
import { orSlept } from './sleep';
import type { Wire } from './wire';
import { noteHead, noteRequest } from './wire';

/** A try that failed and will be made again. */
export interface RetryNotice {
  /** The retry about to be made, from 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly error: AppError;
}

/** How a client's requests are made and watched. */
export interface GuardedFetchOptions {
  readonly fetch: typeof fetch;
  readonly context: ErrorContext;
  /** The header that carries the key; null for servers that need none. */
  readonly authHeader: readonly [name: string, value: string] | null;
  readonly guard: BodyGuard;
  readonly maxRetries: number;
  /** The person's own stop, which is no failure worth telling. */
  readonly signal?: AbortSignal;
  readonly onRetry?: (notice: RetryNotice) => void;
  readonly wire: Wire;
}

/** What the SDK may send. Everything else it adds tells of the computer, or comes from `OPENAI_*` variables. */
const SENT_HEADERS = ['accept', 'content-type', 'user-agent', 'idempotency-key'];
const MAX_ERROR_BODY = 64 * 1024;

const headersToSend = (given: Headers, authHeader: GuardedFetchOptions['authHeader']): Headers => {
  const headers = new Headers();
  for (const name of SENT_HEADERS) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (authHeader !== null) headers.set(...authHeader);
  return headers;
};

/** The first 64 KB of an error answer. */
const readErrorBody = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < MAX_ERROR_BODY) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    chunks.push(value);
    size += value.byteLength;
  }
  await reader.cancel();
  return Buffer.concat(chunks).toString('utf8');
};

const parsedOrText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The SDK honours a wish up to this long; beyond it, it would ask again at once, against the wish. */
const LONGEST_WAIT_SECONDS = 60;

/**
 * The SDK's own rule, except that an exhausted quota is not asked again (that never helps), nor a server before it wants
 * to be.
 */
const isWorthRetrying = (response: Response, error: AppError): boolean => {
  const wish = response.headers.get('x-should-retry');
  if (wish === 'true' || wish === 'false') return wish === 'true';
  const { retryAfterSeconds = 0 } = error.detail ?? {};
  if (Number(retryAfterSeconds) > LONGEST_WAIT_SECONDS) return false;
  return response.status >= 500 || (error.code !== 'api.quota' && [408, 409, 429].includes(response.status));
};

/** The same refusal for the SDK to throw, with a body it can parse and our decision about trying again. */
const refusalForSdk = (response: Response, body: unknown, retry: boolean): Response => {
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', String(retry));
  const json = typeof body === 'object' && body !== null ? body : { error: { message: String(body) } };
  return new Response(JSON.stringify(json), { status: response.status, headers });
};

/**
 * The fetch that the SDK is given. It sends only the headers above and the key; follows no redirect (Electron's fetch
 * would hand key and prompt to another host); leaves nothing in Chromium's cache on disk; tells of retries before the SDK waits for
 * them; guards the body of every answer that the SDK reads.
 */
export const guardedFetch = (options: GuardedFetchOptions): typeof fetch => {
  const { context, guard, wire } = options;

  const tellRetry = (failedTries: number, error: AppError): boolean => {
    if (failedTries > options.maxRetries || options.signal?.aborted) return false;
    options.onRetry?.({ attempt: failedTries, maxAttempts: options.maxRetries, error });
    return true;
  };

  const refuse = async (response: Response, failedTries: number): Promise<Response> => {
    const body = parsedOrText(await readErrorBody(response));
    const error = errorOfStatus(response.status, response.headers, body, context);
    const retry = isWorthRetrying(response, error) && tellRetry(failedTries, error);
    return refusalForSdk(response, body, retry);
  };

  // Those of completions are read by `readEvents`, which has guards of its own.
  const guardBody = (url: string, response: Response): Response => {
    if (response.body === null || new URL(url).pathname.endsWith('/completions')) return response;
    const { status, headers } = response;
    return new Response(guardJson(response.body, guard), { status, headers });
  };

  return async (input, init) => {
    const given = new Headers(init?.headers);
    const failedTries = Number(given.get('x-stainless-retry-count') ?? 0) + 1;
    const headers = headersToSend(given, options.authHeader);
    noteRequest(wire, String(input), headers, init?.body);
    let response: Response;
    try {
      const sent = options.fetch(input, { ...init, headers, redirect: 'error', cache: 'no-store' });
      response = await orSlept(sent, guard.host, guard.onWake);
      noteHead(wire, response, context.apiKey);
      if (!response.ok) return await refuse(response, failedTries);
    } catch (thrown) {
      tellRetry(failedTries, errorOfThrown(thrown, context));
      throw thrown;
    }
    return guardBody(String(input), response);
  };
};

import { createHash } from 'node:crypto';
import type { HeaderLine } from '../../preload/contract/exchange';
import { presentableServerMessage } from './redact';

/** What of a client's last request really went over the wire, and the head of what came back. */
export interface Wire {
  /** Requests that went out. */
  tries: number;
  url: string;
  /** Without a character of the key. */
  headers: readonly HeaderLine[];
  /** SHA-256 of the body's bytes in hex; null when there was none. */
  digest: string | null;
  /** Of the answer's head; null until one came. */
  status: number | null;
  answerHeaders: readonly HeaderLine[];
  /** When the head came, as `performance.now()` tells it. */
  headAt: number | null;
}

const KEY_HEADERS = ['authorization', 'api-key'];
/** What tells of an answer: OpenAI's own, its rate limits, what to quote to support. Cookies and the like stay out. */
const TELLING =
  /^(date|content-type|retry-after|retry-after-ms|server|x-request-id|apim-request-id|openai-.*|x-ratelimit-.*|azureml-.*)$/;

/** A wire that carried nothing yet. */
export const newWire = (): Wire => ({
  tries: 0,
  url: '',
  headers: [],
  digest: null,
  status: null,
  answerHeaders: [],
  headAt: null,
});

const withoutKey = ([name, value]: HeaderLine): HeaderLine => {
  if (!KEY_HEADERS.includes(name)) return [name, value];
  return [name, value.startsWith('Bearer ') ? 'Bearer …' : '…'];
};

/** Notes a request that is about to go out; what is known of an earlier try's answer no longer holds. */
export const noteRequest = (wire: Wire, url: string, headers: Headers, body: unknown): void => {
  Object.assign(wire, newWire(), {
    tries: wire.tries + 1,
    url,
    headers: [...headers].map(withoutKey),
    digest: typeof body === 'string' ? createHash('sha256').update(body).digest('hex') : null,
  });
};

/** Notes the head of an answer. @param apiKey is struck out wherever the server echoes it. */
export const noteHead = (wire: Wire, { status, headers }: Response, apiKey: string | null): void => {
  const answerHeaders = [...headers]
    .filter(([name]) => TELLING.test(name))
    .map(([name, value]): HeaderLine => [name, presentableServerMessage(value, apiKey)]);
  Object.assign(wire, { status, answerHeaders, headAt: performance.now() });
};

import type { PlannedRequest, SentRequest } from '../../../../preload/contract/exchange';

/** A request as code has to make it. */
export interface Call {
  readonly url: string;
  /** What the SDKs append the endpoint's path to; null: OpenAI's own, which is their default. */
  readonly baseUrl: string | null;
  /** Azure OpenAI's `api-version`; null elsewhere. */
  readonly apiVersion: string | null;
  /** The header that carries the key. */
  readonly keyHeader: 'authorization' | 'api-key';
  readonly body: PlannedRequest['body'];
  /** Whether it asks for several answers, whose pieces come mixed. */
  readonly several: boolean;
  /** Whether it goes to the legacy Completions endpoint, whose choices have a text and no message. */
  readonly legacy: boolean;
  /** Whether the model may call functions: what it answers may be calls and no text. */
  readonly hasTools: boolean;
  /** False where the answer comes whole, as one JSON object. */
  readonly streams: boolean;
}

const OPENAI_BASE_URL = 'https://api.openai.com/v1';
const PATH = /(\/chat)?\/completions$/;

/** @param sentBody the exact JSON of the body, its prompt included. */
export const callOf = (sent: SentRequest, sentBody: string): Call => {
  const url = new URL(sent.url);
  const apiVersion = url.searchParams.get('api-version');
  const baseUrl = url.origin + url.pathname.replace(PATH, '');
  const usesApiKey = apiVersion !== null || sent.headers.some(([name]) => name === 'api-key');
  // What our own main process wrote down.
  const body = JSON.parse(sentBody) as Call['body'];
  return {
    url: sent.url,
    baseUrl: baseUrl === OPENAI_BASE_URL ? null : baseUrl,
    apiVersion,
    keyHeader: usesApiKey ? 'api-key' : 'authorization',
    body,
    several: typeof body.n === 'number' && body.n > 1,
    legacy: 'prompt' in body,
    hasTools: 'tools' in body,
    streams: body.stream === true,
  };
};

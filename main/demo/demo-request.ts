import { MAX_ANSWERS } from '../../preload/contract/parameters';
import type { UnknownRecord } from '../openai/unknown-value';
import { fieldOf, isRecord, itemsOf, textOrNull } from '../openai/unknown-value';
import type { DemoCall } from './demo-call';
import { demoCall } from './demo-call';

/** One message as it arrived. */
export interface DemoMessage {
  readonly role: string;
  readonly content: string;
}

/** A request for a reply, reduced to what the demo acts on or shows. */
export interface DemoRequest {
  readonly model: string;
  readonly messages: readonly DemoMessage[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly n: number;
  readonly stop: readonly string[];
  /** In tokens; null: no bound. */
  readonly maxTokens: number | null;
  /** What the reply begins with, because it was asked to be echoed; else empty. */
  readonly echo: string;
  /** How many alternatives are wanted with each token's probability; null: no probabilities. */
  readonly alternatives: number | null;
  /** The call that the reply is, where tools were sent; else null. */
  readonly call: DemoCall | null;
  /** Every other parameter that was sent, as its JSON. */
  readonly settings: readonly (readonly [name: string, json: string])[];
}

const NOT_SETTINGS = ['model', 'messages', 'prompt', 'stream', 'stream_options'];

const readMessage = (message: unknown): DemoMessage => ({
  role: textOrNull(fieldOf(message, 'role')) ?? 'user',
  content: textOrNull(fieldOf(message, 'content')) ?? '',
});

const positiveInteger = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;

const stopTexts = (stop: unknown): readonly string[] =>
  [stop, ...itemsOf(stop)].map(textOrNull).filter((text) => text !== null);

const count = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

type Shared = Omit<DemoRequest, 'messages' | 'echo' | 'alternatives' | 'call'>;

/** What requests to both endpoints have in common. */
const readShared = (body: UnknownRecord): Shared => {
  const settings = Object.entries(body).filter(([name]) => !NOT_SETTINGS.includes(name));
  return {
    model: textOrNull(body.model) ?? '',
    stream: body.stream === true,
    includeUsage: fieldOf(body.stream_options, 'include_usage') === true,
    n: Math.min(positiveInteger(body.n) ?? 1, MAX_ANSWERS),
    stop: stopTexts(body.stop),
    maxTokens: positiveInteger(body.max_completion_tokens) ?? positiveInteger(body.max_tokens),
    settings: settings.map(([name, value]) => [name, JSON.stringify(value)] as const),
  };
};

/** Reads a request body; null when it is no chat request. */
export const readDemoRequest = (body: unknown): DemoRequest | null => {
  if (!isRecord(body) || !Array.isArray(body.messages)) return null;
  return {
    ...readShared(body),
    messages: body.messages.map(readMessage),
    echo: '',
    alternatives: body.logprobs === true ? count(body.top_logprobs) : null,
    call: demoCall(body),
  };
};

/** The API's bound where a legacy request names none. */
const LEGACY_BOUND = 16;

/** Reads the body of a request to the legacy Completions endpoint; null when it is none. */
export const readLegacyRequest = (body: unknown): DemoRequest | null => {
  if (!isRecord(body) || typeof body.prompt !== 'string') return null;
  const shared = readShared(body);
  return {
    ...shared,
    maxTokens: shared.maxTokens ?? LEGACY_BOUND,
    messages: [{ role: 'user', content: body.prompt }],
    echo: body.echo === true ? body.prompt : '',
    alternatives: typeof body.logprobs === 'number' ? count(body.logprobs) : null,
    call: null,
  };
};

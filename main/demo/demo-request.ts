import { fieldOf, isRecord, itemsOf, textOrNull } from '../openai/unknown-value';

/** One message as it arrived. */
export interface DemoMessage {
  readonly role: string;
  readonly content: string;
}

/** A Chat Completions request, reduced to what the demo acts on or shows. */
export interface DemoRequest {
  readonly model: string;
  readonly messages: readonly DemoMessage[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly n: number;
  readonly stop: readonly string[];
  /** In tokens; null: no bound. */
  readonly maxTokens: number | null;
  /** Every other parameter that was sent, as its JSON. */
  readonly settings: readonly (readonly [name: string, json: string])[];
}

const NOT_SETTINGS = ['model', 'messages', 'stream', 'stream_options'];
const MAX_CHOICES = 8;

const readMessage = (message: unknown): DemoMessage => ({
  role: textOrNull(fieldOf(message, 'role')) ?? 'user',
  content: textOrNull(fieldOf(message, 'content')) ?? '',
});

const positiveInteger = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;

const stopTexts = (stop: unknown): readonly string[] =>
  [stop, ...itemsOf(stop)].map(textOrNull).filter((text) => text !== null);

/** Reads a request body; null when it is no chat request. */
export const readDemoRequest = (body: unknown): DemoRequest | null => {
  if (!isRecord(body) || !Array.isArray(body.messages)) return null;
  const settings = Object.entries(body).filter(([name]) => !NOT_SETTINGS.includes(name));
  return {
    model: textOrNull(body.model) ?? '',
    messages: body.messages.map(readMessage),
    stream: body.stream === true,
    includeUsage: fieldOf(body.stream_options, 'include_usage') === true,
    n: Math.min(positiveInteger(body.n) ?? 1, MAX_CHOICES),
    stop: stopTexts(body.stop),
    maxTokens: positiveInteger(body.max_completion_tokens) ?? positiveInteger(body.max_tokens),
    settings: settings.map(([name, value]) => [name, JSON.stringify(value)] as const),
  };
};

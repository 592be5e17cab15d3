import type { ReceivedHead, SentRequest } from '../../preload/contract/exchange';
import type { FinishReason, Usage } from '../../preload/contract/history';
import type { AppError } from '../../preload/contract/result';
import { Failure } from '../../preload/contract/result';
import type { RequestPhase } from './api-error';
import { errorOfEvent, errorOfThrown } from './api-error';
import type { ApiClient } from './client';
import type { ChoiceDelta, CompletionChunk } from './completion-chunk';
import { readChunk } from './completion-chunk';
import { readEvents, type StreamEnd } from './read-events';
import type { RequestBody } from './request-body';
import { isLegacy, withoutParameter, withPrompt } from './request-body';
import { fieldOf } from './unknown-value';
import type { Wire } from './wire';

/** How one choice went. */
export interface ChoiceOutcome {
  readonly finishReason: FinishReason | null;
  /** Milliseconds from the request to the first that came of it: text, thoughts or a call. Null: nothing did. */
  readonly firstTokenMs: number | null;
}

/** How a completion went. What came before a failure is told all the same. */
export interface CompletionOutcome {
  /** By choice index; a choice the server never began is absent. */
  readonly choices: ReadonlyMap<number, ChoiceOutcome>;
  readonly usage: Usage | null;
  readonly model: string | null;
  readonly systemFingerprint: string | null;
  readonly requestId: string | null;
  /** What really went out; null: nothing did. */
  readonly sent: SentRequest | null;
  readonly received: ReceivedHead | null;
  /** To the head of the server's answer. */
  readonly headersMs: number | null;
  readonly totalMs: number;
  /** Null when the reply is whole, and when it was aborted. */
  readonly error: AppError | null;
}

/** Who listens to a completion, and who may end it. */
export interface CompletionListener {
  readonly signal: AbortSignal;
  /** What is new of a choice; called only where something is. */
  readonly onDelta: (delta: ChoiceDelta) => void;
  /** The server refused a parameter; the request is made once more without it. */
  readonly onParameterDropped?: (error: AppError) => void;
}

/** UTF-16 code units of all choices together: more is a runaway, not a reply. */
const MAX_REPLY_LENGTH = 4_000_000;
/** The same for tokens and their alternatives, of which there may be 21 for each token of the text. */
const MAX_LOGPROBS_LENGTH = 8_000_000;

const lengthOf = ({ text, reasoning, toolCalls }: ChoiceDelta): number =>
  toolCalls.reduce(
    (length, call) => length + 1 + (call.name?.length ?? 0) + call.arguments.length,
    text.length + reasoning.length,
  );

const logprobsLengthOf = ({ logprobs }: ChoiceDelta): number =>
  logprobs
    .flatMap((entry) => [entry, ...entry.top])
    .reduce((length, { token, bytes }) => length + 1 + token.length + (bytes?.length ?? 0), 0);

/** Collects one completion's events. */
class Reply {
  readonly choices = new Map<number, ChoiceOutcome>();
  usage: Usage | null = null;
  model: string | null = null;
  systemFingerprint: string | null = null;
  /** The one that was sent last. */
  body: RequestBody;
  refusedParameter: string | null = null;
  #length = 0;
  #logprobsLength = 0;
  readonly #startedAt = performance.now();

  constructor(body: RequestBody) {
    this.body = body;
  }

  elapsedMs(): number {
    return Math.round(performance.now() - this.#startedAt);
  }

  take(chunk: CompletionChunk, onDelta: CompletionListener['onDelta']): void {
    this.usage = chunk.usage ?? this.usage;
    this.model = chunk.model ?? this.model;
    this.systemFingerprint = chunk.systemFingerprint ?? this.systemFingerprint;
    for (const delta of chunk.choices) {
      const length = lengthOf(delta);
      const logprobsLength = logprobsLengthOf(delta);
      this.#noteChoice(delta, length > 0);
      this.#length += length;
      this.#logprobsLength += logprobsLength;
      if (this.#length > MAX_REPLY_LENGTH || this.#logprobsLength > MAX_LOGPROBS_LENGTH)
        throw new Failure('api.tooLong', 'the reply is too long');
      if (length + logprobsLength > 0) onDelta(delta);
    }
  }

  #noteChoice({ index, finishReason }: ChoiceDelta, hasContent: boolean): void {
    const before = this.choices.get(index);
    const firstTokenMs = before?.firstTokenMs ?? (hasContent ? this.elapsedMs() : null);
    this.choices.set(index, { finishReason: finishReason ?? before?.finishReason ?? null, firstTokenMs });
  }

  /** Whether the events say that nothing is missing. Not every server sends `[DONE]` or a finish reason. */
  isWhole(sawDone: boolean): boolean {
    const outcomes = [...this.choices.values()];
    return outcomes.length > 0 && (sawDone || outcomes.every((choice) => choice.finishReason !== null));
  }

  outcome(error: AppError | null, { wire }: ApiClient): CompletionOutcome {
    const { choices, usage, model, systemFingerprint } = this;
    const { headAt } = wire;
    return {
      choices,
      usage,
      model,
      systemFingerprint,
      requestId: headerOf(wire, 'x-request-id'),
      sent: this.#sent(wire),
      received: wire.status === null ? null : { status: wire.status, headers: wire.answerHeaders },
      headersMs: headAt === null ? null : Math.round(headAt - this.#startedAt),
      totalMs: this.elapsedMs(),
      error,
    };
  }

  #sent({ tries, url, headers, digest }: Readonly<Wire>): SentRequest | null {
    if (tries === 0) return null;
    const { body, refusedParameter } = this;
    return { url, body: { ...withPrompt(body, { prompt: [] }) }, headers, digest, tries, refusedParameter };
  }
}

const headerOf = ({ answerHeaders }: Readonly<Wire>, wanted: string): string | null =>
  answerHeaders.find(([name]) => name === wanted)?.[1] ?? null;

/** The SDK asks, and asks again where that helps; what comes of it is read by `readEvents`. */
const post = (client: ApiClient, body: RequestBody, signal: AbortSignal): Promise<Response> =>
  isLegacy(body)
    ? client.sdk.post('/completions', { body, signal, stream: true }).asResponse()
    : client.sdk.chat.completions.create(body, { signal }).asResponse();

/** Opens the stream; one refused optional parameter is left out and the request made once more. */
const openStream = async (client: ApiClient, reply: Reply, listener: CompletionListener) => {
  const { body } = reply;
  const create = (sent: RequestBody) => post(client, sent, listener.signal);
  try {
    return await create(body);
  } catch (thrown) {
    const error = errorOfThrown(thrown, client.context);
    const parameter = error.code === 'api.unsupportedParameter' ? error.detail?.parameter : undefined;
    const lessBody = typeof parameter === 'string' ? withoutParameter(body, parameter) : null;
    if (lessBody === null) throw thrown;
    Object.assign(reply, { body: lessBody, refusedParameter: parameter });
    listener.onParameterDropped?.(error);
    return await create(lessBody);
  }
};

const errorOfEnd = (client: ApiClient, reply: Reply, { sawDone, cutInEvent }: StreamEnd): AppError | null => {
  if (reply.isWhole(sawDone)) return null;
  const { host } = client.context;
  if (sawDone) return { code: 'api.malformed', message: 'a stream without a choice', detail: { host } };
  return { code: 'api.cut', message: cutInEvent ? 'cut inside an event' : 'no end', detail: { host } };
};

const takeEvent = (event: unknown, reply: Reply, client: ApiClient, listener: CompletionListener): void => {
  const said = fieldOf(event, 'error');
  if (said) {
    const { code, message, detail } = errorOfEvent(said, client.context);
    throw new Failure(code, message, detail);
  }
  reply.take(readChunk(event), listener.onDelta);
};

/**
 * Runs one streamed completion to its end and never rejects: what went wrong is `outcome.error`. After an abort the
 * error is null: ask the signal. Times count from this call.
 */
export const streamCompletion = async (
  client: ApiClient,
  body: RequestBody,
  listener: CompletionListener,
): Promise<CompletionOutcome> => {
  const reply = new Reply(body);
  const { signal } = listener;
  let phase: RequestPhase = 'connect';
  try {
    const response = await openStream(client, reply, listener);
    phase = 'body';
    const end =
      response.body === null
        ? { sawDone: false, cutInEvent: false }
        : await readEvents(response.body, client.guard, (event) => takeEvent(event, reply, client, listener));
    return reply.outcome(signal.aborted ? null : errorOfEnd(client, reply, end), client);
  } catch (thrown) {
    return reply.outcome(signal.aborted ? null : errorOfThrown(thrown, client.context, phase), client);
  }
};

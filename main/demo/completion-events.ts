import type { DemoCall } from './demo-call';
import { demoTokens } from './demo-chances';
import type { DemoRequest } from './demo-request';
import { tokenPieces } from './token-pieces';

/** One planned answer. */
interface PlannedChoice {
  readonly pieces: readonly string[];
  /** In place of a text. */
  readonly call: DemoCall | null;
  readonly finishReason: 'stop' | 'length' | 'tool_calls';
}

/** Numbers as the API reports them, in tokens. */
interface ReportedUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** A completion worked out before it is sent. */
export interface PlannedCompletion {
  readonly request: DemoRequest;
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly choices: readonly PlannedChoice[];
  readonly usage: ReportedUsage;
}

const FINGERPRINT = 'fp_parlance_demo';

const untilStop = (text: string, stop: readonly string[]): string =>
  stop.reduce((kept, mark) => (kept.includes(mark) ? kept.slice(0, kept.indexOf(mark)) : kept), text);

const planChoice = (text: string, request: DemoRequest): PlannedChoice => {
  const { call } = request;
  if (call !== null) return { pieces: tokenPieces(call.arguments), call, finishReason: 'tool_calls' };
  const pieces = tokenPieces(untilStop(text, request.stop));
  const bound = request.maxTokens ?? pieces.length;
  return {
    pieces: [...tokenPieces(request.echo), ...pieces.slice(0, bound)],
    call: null,
    finishReason: pieces.length > bound ? 'length' : 'stop',
  };
};

const promptTokens = (request: DemoRequest): number =>
  request.messages.reduce((sum, { content }) => sum + tokenPieces(content).length + 4, 3);

/** Works out a completion of `texts`, one per choice: stop texts and the bound on tokens are honoured. */
export const planCompletion = (
  request: DemoRequest,
  texts: readonly string[],
  now: number,
): PlannedCompletion => {
  const choices = texts.map((text) => planChoice(text, request));
  const prompt = promptTokens(request);
  const echoed = tokenPieces(request.echo).length;
  const completion = choices.reduce((sum, { pieces }) => sum + pieces.length - echoed, 0);
  return {
    request,
    id: `chatcmpl-demo-${now}`,
    created: Math.floor(now / 1000),
    choices,
    usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
  };
};

const envelope = ({ id, created, request }: PlannedCompletion, object: string) => ({
  id,
  object,
  created,
  model: request.model,
  system_fingerprint: FINGERPRINT,
});

/** Probabilities of the tokens of `pieces`, where they are wanted. */
const logprobsOf = ({ alternatives }: DemoRequest, pieces: readonly string[]) => {
  if (alternatives === null) return {};
  const tokens = pieces.flatMap((piece) => demoTokens(piece, alternatives));
  const content = tokens.map(({ top, ...token }) => ({ ...token, top_logprobs: top }));
  return { logprobs: tokens.length === 0 ? null : { content, refusal: null } };
};

const wireCall = ({ id, name }: DemoCall, text: string) => ({
  index: 0,
  id,
  type: 'function',
  function: { name, arguments: text },
});

const wholeMessage = ({ pieces, call }: PlannedChoice) =>
  call === null
    ? { role: 'assistant', content: pieces.join('') }
    : { role: 'assistant', content: null, tool_calls: [wireCall(call, pieces.join(''))] };

const firstDelta = ({ call }: PlannedChoice) =>
  call === null
    ? { role: 'assistant', content: '' }
    : { role: 'assistant', content: null, tool_calls: [wireCall(call, '')] };

const nextDelta = ({ call }: PlannedChoice, piece: string) =>
  call === null ? { content: piece } : { tool_calls: [{ index: 0, function: { arguments: piece } }] };

/** The completion as one JSON answer. */
export const wholeCompletion = (plan: PlannedCompletion): object => ({
  ...envelope(plan, 'chat.completion'),
  choices: plan.choices.map((choice, index) => ({
    index,
    message: wholeMessage(choice),
    ...logprobsOf(plan.request, choice.call === null ? choice.pieces : []),
    finish_reason: choice.finishReason,
  })),
  usage: plan.usage,
});

/** The completion as the chunks of a stream, the choices' pieces in turn, usage last when it was asked for. */
export function* completionChunks(plan: PlannedCompletion): Generator<object> {
  const base = {
    ...envelope(plan, 'chat.completion.chunk'),
    ...(plan.request.includeUsage ? { usage: null } : {}),
  };
  const chunk = (
    index: number,
    delta: object,
    finishReason: string | null,
    pieces: readonly string[] = [],
  ) => ({
    ...base,
    choices: [{ index, delta, ...logprobsOf(plan.request, pieces), finish_reason: finishReason }],
  });
  for (const [index, choice] of plan.choices.entries()) yield chunk(index, firstDelta(choice), null);
  const longest = Math.max(...plan.choices.map(({ pieces }) => pieces.length));
  for (let at = 0; at < longest; at += 1) {
    for (const [index, choice] of plan.choices.entries()) {
      const piece = choice.pieces[at];
      if (piece === undefined) continue;
      yield chunk(index, nextDelta(choice, piece), null, choice.call === null ? [piece] : []);
    }
  }
  for (const [index, { finishReason }] of plan.choices.entries()) yield chunk(index, {}, finishReason);
  if (plan.request.includeUsage) yield { ...base, choices: [], usage: plan.usage };
}

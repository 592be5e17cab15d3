import type { PlannedCompletion } from './completion-events';
import type { DemoToken } from './demo-chances';
import { demoTokens } from './demo-chances';

const envelope = ({ id, created, request }: PlannedCompletion) => ({
  id: id.replace('chatcmpl', 'cmpl'),
  object: 'text_completion',
  created,
  model: request.model,
});

const name = ({ token, bytes }: Pick<DemoToken, 'token' | 'bytes'>): string =>
  token.startsWith('\\x') ? `bytes:${token}` : Buffer.from(bytes).toString('utf8');

/** Parallel arrays, as this endpoint writes them; an echoed prompt's first token has no probability. */
const logprobsOf = (tokens: readonly DemoToken[], isFirst: boolean) => ({
  tokens: tokens.map(name),
  token_logprobs: tokens.map(({ logprob }, at) => (isFirst && at === 0 ? null : logprob)),
  top_logprobs: tokens.map(({ top }, at) =>
    isFirst && at === 0 ? null : Object.fromEntries(top.map((other) => [name(other), other.logprob])),
  ),
});

const choice = (
  { request }: PlannedCompletion,
  index: number,
  pieces: readonly string[],
  at: number,
  finishReason: string | null,
) => {
  const { alternatives, echo } = request;
  const tokens = alternatives === null ? [] : pieces.flatMap((piece) => demoTokens(piece, alternatives));
  return {
    text: pieces.join(''),
    index,
    logprobs: tokens.length === 0 ? null : logprobsOf(tokens, echo !== '' && at === 0),
    finish_reason: finishReason,
  };
};

/** The completion as one JSON answer of the legacy endpoint. */
export const wholeLegacy = (plan: PlannedCompletion): object => ({
  ...envelope(plan),
  choices: plan.choices.map(({ pieces, finishReason }, index) =>
    choice(plan, index, pieces, 0, finishReason),
  ),
  usage: plan.usage,
});

/** The completion as the chunks of the legacy endpoint's stream, the choices' pieces in turn, usage last. */
export function* legacyChunks(plan: PlannedCompletion): Generator<object> {
  const base = envelope(plan);
  const longest = Math.max(...plan.choices.map(({ pieces }) => pieces.length));
  for (let at = 0; at < longest; at += 1) {
    for (const [index, { pieces }] of plan.choices.entries()) {
      const piece = pieces[at];
      if (piece !== undefined) yield { ...base, choices: [choice(plan, index, [piece], at, null)] };
    }
  }
  for (const [index, { finishReason }] of plan.choices.entries())
    yield { ...base, choices: [choice(plan, index, [], 0, finishReason)] };
  if (plan.request.includeUsage) yield { ...base, choices: [], usage: plan.usage };
}

import type { OpenAI } from 'openai';
import type { ModelInfo } from '../../preload/contract/models';
import type { GenerationParams, ParamName } from '../../preload/contract/parameters';

/** The body of a request to the legacy Completions endpoint. */
export type LegacyBody = OpenAI.Completions.CompletionCreateParams;

/** The API gives the probabilities of at most so many other tokens (OpenAI's reference on `logprobs`). */
const MAX_ALTERNATIVES = 5;

/** Here one number says both whether probabilities are wanted and how many alternatives. */
const alternatives = ({ logprobs, topLogprobs = 0 }: GenerationParams): number | undefined =>
  logprobs === true ? Math.min(topLogprobs, MAX_ALTERNATIVES) : undefined;

/**
 * Whether the reply can come as a stream: the best of several is known only when all are whole (OpenAI's reference on
 * `best_of`: "Results cannot be streamed").
 */
const canStream = ({ n = 1, bestOf = 1 }: GenerationParams): boolean => bestOf <= n;

/**
 * The exact body of a request to the legacy Completions endpoint, its prompt still to come. A setting that is absent, or
 * that the model does not take, is not sent.
 */
export const legacyBody = (
  params: GenerationParams,
  model: Pick<ModelInfo, 'id' | 'unsupported'>,
): LegacyBody => {
  const set = Object.entries(params).filter(([name]) => !model.unsupported.includes(name as ParamName));
  const taken: GenerationParams = Object.fromEntries(set);
  const optional = {
    suffix: taken.suffix,
    max_tokens: taken.maxTokens,
    temperature: taken.temperature,
    top_p: taken.topP,
    n: taken.n,
    logprobs: alternatives(taken),
    echo: taken.echo,
    stop: taken.stop?.length ? taken.stop : undefined,
    presence_penalty: taken.presencePenalty,
    frequency_penalty: taken.frequencyPenalty,
    best_of: taken.bestOf,
    logit_bias: taken.logitBias,
    user: taken.user,
    seed: taken.seed,
  };
  return {
    model: model.id,
    prompt: '',
    ...(canStream(taken) ? { stream: true, stream_options: { include_usage: true } } : {}),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
};

import type { OpenAI } from 'openai';
import type { ModelInfo } from '../../preload/contract/models';
import type { GenerationParams, ParamName } from '../../preload/contract/parameters';
import type { ResponseFormat } from '../../preload/contract/response-format';
import type { PromptMessage } from '../backstage/prompt-message';

/** The body of a streamed Chat Completions request. */
export type CompletionBody = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

/** Prompt messages are made as the wire has them; the SDK's types tie each role to a shape of its own. */
const wireMessages = (prompt: readonly PromptMessage[]) => prompt as unknown as CompletionBody['messages'];

/** The format as the wire has it: the schema as JSON, not as the text it is typed as. */
const wireFormat = (format: ResponseFormat | undefined) => {
  if (format?.type !== 'json_schema') return format;
  const { type, name, strict, schema } = format;
  return { type, json_schema: { name, strict, schema: JSON.parse(schema) as unknown } };
};

/**
 * The exact body of a request. A setting that is absent, or that the model does not take, is not sent.
 * The system prompt is part of `prompt` already.
 */
export const completionBody = (
  prompt: readonly PromptMessage[],
  params: GenerationParams,
  model: Pick<ModelInfo, 'id' | 'maxTokensName' | 'unsupported'>,
): CompletionBody => {
  const taken = <N extends ParamName>(name: N): GenerationParams[N] =>
    model.unsupported.includes(name) ? undefined : params[name];
  const optional = {
    temperature: taken('temperature'),
    top_p: taken('topP'),
    [model.maxTokensName]: taken('maxTokens'),
    n: taken('n'),
    stop: taken('stop')?.length ? taken('stop') : undefined,
    presence_penalty: taken('presencePenalty'),
    frequency_penalty: taken('frequencyPenalty'),
    seed: taken('seed'),
    reasoning_effort: taken('reasoningEffort'),
    response_format: wireFormat(taken('responseFormat')),
    verbosity: taken('verbosity'),
    service_tier: taken('serviceTier'),
    logit_bias: taken('logitBias'),
    user: taken('user'),
  };
  return {
    model: model.id,
    messages: wireMessages(prompt),
    stream: true,
    stream_options: { include_usage: true },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
};

/** The body with these messages, in the place that `messages` has among its fields. */
export const withMessages = (body: CompletionBody, prompt: readonly PromptMessage[]): CompletionBody => ({
  ...body,
  messages: wireMessages(prompt),
});

/** The two names of the bound on a reply: servers and models take the one or the other. */
const OTHER_NAME: Readonly<Record<string, 'max_tokens' | 'max_completion_tokens'>> = {
  max_tokens: 'max_completion_tokens',
  max_completion_tokens: 'max_tokens',
};

/**
 * The same request without a parameter that was refused, or null when it did not have it. The bound on the reply is
 * not dropped but sent under its other name: a reply without bound may be expensive.
 */
export const withoutParameter = (body: CompletionBody, parameter: string): CompletionBody | null => {
  if (!(parameter in body)) return null;
  const otherName = OTHER_NAME[parameter];
  const entries = Object.entries(body).map(([name, value]) =>
    name === parameter ? [otherName, value] : [name, value],
  );
  const { model, messages, stream } = body;
  return { model, messages, stream, ...Object.fromEntries(entries.filter(([name]) => name !== undefined)) };
};

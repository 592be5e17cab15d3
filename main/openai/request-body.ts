import type { OpenAI } from 'openai';
import type { ModelInfo } from '../../preload/contract/models';
import type { GenerationParams, ParamName } from '../../preload/contract/parameters';
import type { ResponseFormat } from '../../preload/contract/response-format';
import { parseTools } from '../../preload/contract/tools';
import type { Prompt, PromptMessage } from '../backstage/prompt-message';
import type { LegacyBody } from './legacy-body';
import { legacyBody } from './legacy-body';

/** The body of a streamed Chat Completions request. */
export type CompletionBody = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

/** The body of a request for a reply, at either endpoint. */
export type RequestBody = CompletionBody | LegacyBody;

/** Prompt messages are made as the wire has them; the SDK's types tie each role to a shape of its own. */
const wireMessages = (prompt: readonly PromptMessage[]) => prompt as unknown as CompletionBody['messages'];

/** The value of a setting that the model takes. */
type Taken = <N extends ParamName>(name: N) => GenerationParams[N];

/** The format as the wire has it: the schema as JSON, not as the text it is typed as. */
const wireFormat = (format: ResponseFormat | undefined) => {
  if (format?.type !== 'json_schema') return format;
  const { type, name, strict, schema } = format;
  return { type, json_schema: { name, strict, schema: JSON.parse(schema) as unknown } };
};

/** The choice as the wire has it: a function is chosen by an object that names it. */
const wireToolChoice = (choice: GenerationParams['toolChoice']) =>
  choice?.startsWith('function:')
    ? { type: 'function', function: { name: choice.slice('function:'.length) } }
    : choice;

/** Tools as they were typed, and how they are chosen: the API refuses that where there are none. */
const wireTools = (taken: Taken) => {
  const text = taken('tools');
  if (text === undefined) return {};
  return {
    tools: parseTools(text),
    tool_choice: wireToolChoice(taken('toolChoice')),
    parallel_tool_calls: taken('parallelToolCalls'),
  };
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
  const taken: Taken = (name) => (model.unsupported.includes(name) ? undefined : params[name]);
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
    logprobs: taken('logprobs'),
    // The API refuses it where no probabilities are wanted.
    top_logprobs: taken('logprobs') === true ? taken('topLogprobs') : undefined,
    user: taken('user'),
    ...wireTools(taken),
  };
  return {
    model: model.id,
    messages: wireMessages(prompt),
    stream: true,
    stream_options: { include_usage: true },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
};

/** The exact body of a request to the endpoint that the model is asked at, its prompt still to come. */
export const requestBody = (
  params: GenerationParams,
  model: Pick<ModelInfo, 'id' | 'endpoint' | 'maxTokensName' | 'unsupported'>,
): RequestBody =>
  model.endpoint === 'completions' ? legacyBody(params, model) : completionBody([], params, model);

/** Whether a body is one for the legacy Completions endpoint. */
export const isLegacy = (body: RequestBody): body is LegacyBody => 'prompt' in body;

/** The body with this prompt, in the place that it has among its fields. */
export const withPrompt = (body: RequestBody, { prompt, transcript = '' }: Prompt): RequestBody =>
  isLegacy(body) ? { ...body, prompt: transcript } : { ...body, messages: wireMessages(prompt) };

/** The two names of the bound on a reply: servers and models take the one or the other. */
const OTHER_NAME: Readonly<Record<string, 'max_tokens' | 'max_completion_tokens'>> = {
  max_tokens: 'max_completion_tokens',
  max_completion_tokens: 'max_tokens',
};

/** What makes no sense, and is refused, without another parameter. */
const DEPENDS_ON: Readonly<Record<string, string>> = {
  top_logprobs: 'logprobs',
  tool_choice: 'tools',
  parallel_tool_calls: 'tools',
};

/**
 * The same request without a parameter that was refused, or null when it did not have it. The bound on the reply is
 * not dropped but sent under its other name, and stays where it has none: a reply without bound may be expensive.
 */
export const withoutParameter = <B extends RequestBody>(body: B, parameter: string): B | null => {
  const otherName = isLegacy(body) ? undefined : OTHER_NAME[parameter];
  if (!(parameter in body) || (parameter in OTHER_NAME && otherName === undefined)) return null;
  const entries = Object.entries(body).flatMap(([name, value]) => {
    const keptName = name === parameter ? otherName : name;
    return keptName === undefined || DEPENDS_ON[name] === parameter ? [] : [[keptName, value] as const];
  });
  // The fields that a body must have are never refused as optional ones.
  return Object.fromEntries(entries) as unknown as B;
};

import type { ServerError } from './server-error';

/** Parameters of our request bodies that a model or a server may not take. */
const OPTIONAL_PARAMETERS = [
  'stream_options',
  'temperature',
  'top_p',
  'max_tokens',
  'max_completion_tokens',
  'n',
  'stop',
  'presence_penalty',
  'frequency_penalty',
  'seed',
  'reasoning_effort',
  'response_format',
  'verbosity',
  'service_tier',
  'logit_bias',
  'top_logprobs',
  'logprobs',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'suffix',
  'echo',
  'best_of',
  'user',
] as const;

const REFUSAL =
  /unsupported|not support|unknown|unrecogni[sz]ed|unexpected|not permitted|not allowed|extra (input|field|param)/i;

/** Words like "not permitted" inside it are about a keyword of the schema, which is to be mended, not left out. */
const BROKEN_SCHEMA = /^invalid schema/i;

const isRefusal = (error: ServerError): boolean =>
  !BROKEN_SCHEMA.test(error.message) &&
  (/^(unsupported|unknown)_/.test(error.code ?? '') ||
    error.type === 'extra_forbidden' ||
    REFUSAL.test(error.message));

/**
 * The name of the parameter that a refused request should not have had, as it stands in the request body, or null when
 * the refusal is about something else. Read from `param`, else from the first known name in the sentence.
 */
export const unsupportedParameterIn = (error: ServerError): string | null => {
  if (!isRefusal(error)) return null;
  const named = OPTIONAL_PARAMETERS.find(
    (name) => error.param === name || error.param?.startsWith(`${name}.`),
  );
  if (named !== undefined) return named;
  const words: readonly string[] = error.message.match(/\w+/g) ?? [];
  // A bare "n" or "stop" is an ordinary word; such short names count only in quotes.
  const known = words.find((word) => OPTIONAL_PARAMETERS.some((name) => name === word && name.length > 4));
  return known ?? /['"`](n|stop|seed|user|echo)['"`]/.exec(error.message)?.[1] ?? null;
};

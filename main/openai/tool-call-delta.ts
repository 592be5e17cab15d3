import { fieldOf, isRecord, itemsOf, textOrNull } from './unknown-value';

/** What is new of one tool call, as the server says it. */
export interface ToolCallDelta {
  /** Place among the choice's calls; null where the server does not tell. */
  readonly index: number | null;
  readonly id: string | null;
  readonly name: string | null;
  /** A stretch of the JSON that the arguments are. */
  readonly arguments: string;
}

/** Some servers write the arguments as an object rather than as its text. */
const argumentsOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return isRecord(value) ? JSON.stringify(value) : '';
};

const readToolCall = (call: unknown): ToolCallDelta => {
  const index = fieldOf(call, 'index');
  const called = fieldOf(call, 'function');
  return {
    index: typeof index === 'number' ? index : null,
    id: textOrNull(fieldOf(call, 'id')),
    name: textOrNull(fieldOf(called, 'name')),
    arguments: argumentsOf(fieldOf(called, 'arguments')),
  };
};

/** The calls in a delta; `function_call` is what they were before a model could make several. */
export const readToolCalls = (delta: unknown): readonly ToolCallDelta[] => {
  const called = fieldOf(delta, 'function_call');
  const calls = itemsOf(fieldOf(delta, 'tool_calls')).filter(isRecord);
  return (isRecord(called) ? [...calls, { index: 0, function: called }] : calls).map(readToolCall);
};

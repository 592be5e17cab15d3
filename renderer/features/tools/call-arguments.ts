import type { ToolDefinition } from '../../../preload/contract/tools';
import type { SchemaBreak } from '../schema-check/schema-checker';

/** What is wrong with the arguments of a call. */
export type ArgumentsProblem =
  | { readonly kind: 'broken' }
  | { readonly kind: 'notOffered' }
  | { readonly kind: 'misfit'; readonly at: SchemaBreak };

/** Longer ones are shown as they came: laying JSON out costs time, and nobody reads it. In UTF-16 code units. */
const LONGEST_PRETTY = 200_000;

const parse = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

/** Arguments as they are read best: indented where they are JSON, else as they came. */
export const prettyArguments = (text: string): string => {
  const parsed = text.length > LONGEST_PRETTY ? null : parse(text);
  return parsed === null ? text : JSON.stringify(parsed.value, null, 2);
};

/** Some servers send nothing at all for a function without parameters. */
const argumentsValue = (text: string) => parse(text.trim() === '' ? '{}' : text);

/**
 * What is wrong with the arguments of a call, or null.
 * @param tools what the request offered; null: not known, so only their JSON is looked at.
 */
export const argumentsProblem = async (
  name: string,
  text: string,
  tools: readonly ToolDefinition[] | null,
): Promise<ArgumentsProblem | null> => {
  const parsed = argumentsValue(text);
  if (parsed === null) return { kind: 'broken' };
  if (tools === null) return null;
  const tool = tools.find((offered) => offered.function.name === name);
  if (tool === undefined) return { kind: 'notOffered' };
  const { parameters } = tool.function;
  if (typeof parameters !== 'object' || parameters === null) return null;
  const { SchemaChecker } = await import('../schema-check/schema-checker');
  try {
    const state = new SchemaChecker(parameters).check(JSON.stringify(parsed.value));
    return state.kind === 'breaks' ? { kind: 'misfit', at: state.at } : null;
  } catch {
    // A schema that the validator does not know is the server's to judge.
    return null;
  }
};

import * as z from 'zod/mini';
import { longText, requiredText } from './bounds';

/** Longest text of tool definitions, in UTF-16 code units. */
const MAX_TOOLS_LENGTH = 400_000;
/** The API takes so many tools at most. */
const MAX_TOOLS = 128;

/** Names that the API takes for a function. */
export const functionNamePattern = /^[a-zA-Z0-9_-]{1,64}$/;

/** A function the model may call, as the API takes it. */
export interface ToolDefinition {
  readonly type: 'function';
  readonly function: { readonly name: string; readonly [field: string]: unknown };
}

/** What is wrong with the text of tool definitions; `at` counts the tools from 0. */
export type ToolsProblem =
  | { readonly kind: 'tooLong' | 'notJson' | 'notArray' | 'none' | 'tooMany' }
  | { readonly kind: 'noFunction' | 'badName' | 'sameName'; readonly at: number };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (tool: unknown): unknown =>
  isRecord(tool) && tool.type === 'function' && isRecord(tool.function) ? tool.function.name : undefined;

const problemOf = (tools: readonly unknown[]): ToolsProblem | null => {
  const names = tools.map(nameOf);
  for (const [at, name] of names.entries()) {
    if (typeof name !== 'string') return { kind: 'noFunction', at };
    if (!functionNamePattern.test(name)) return { kind: 'badName', at };
    if (names.indexOf(name) !== at) return { kind: 'sameName', at };
  }
  return null;
};

/** What is wrong with the text of tool definitions (a JSON array, as the API's `tools`), or null. */
export const toolsProblem = (text: string): ToolsProblem | null => {
  if (text.length > MAX_TOOLS_LENGTH) return { kind: 'tooLong' };
  try {
    const tools: unknown = JSON.parse(text);
    if (!Array.isArray(tools)) return { kind: 'notArray' };
    if (tools.length === 0) return { kind: 'none' };
    return tools.length > MAX_TOOLS ? { kind: 'tooMany' } : problemOf(tools);
  } catch {
    return { kind: 'notJson' };
  }
};

/** Tool definitions as the text that was typed, so that its layout stays. */
export const toolDefinitions = z.string().check(
  z.maxLength(MAX_TOOLS_LENGTH),
  z.refine((text) => toolsProblem(text) === null),
);

/** The definitions in a text that `toolsProblem` has nothing against. */
export const parseTools = (text: string): readonly ToolDefinition[] =>
  JSON.parse(text) as readonly ToolDefinition[];

/** Whether the model may, must not or must call a tool, or (`function:` and its name) which one it must call. */
export const toolChoice = z.union([
  z.enum(['auto', 'none', 'required']),
  z.templateLiteral(['function:', z.string().check(z.regex(functionNamePattern))]),
]);

/** What calls gave, by the ids that the calls have. */
export const toolResults = z
  .array(z.strictObject({ callId: requiredText(1000), text: longText }))
  .check(z.minLength(1), z.maxLength(MAX_TOOLS));

import type { UnknownRecord } from '../openai/unknown-value';
import { fieldOf, isRecord, itemsOf, textOrNull } from '../openai/unknown-value';

/** A call that the demo answers with. */
export interface DemoCall {
  readonly id: string;
  readonly name: string;
  /** JSON. */
  readonly arguments: string;
}

const MAX_DEPTH = 5;

const EXAMPLES: Readonly<Record<string, unknown>> = {
  string: 'example',
  number: 1.5,
  integer: 1,
  boolean: true,
  array: [],
  null: null,
};

/** A value that fits a JSON schema, as far as the demo understands it. */
const exampleOf = (schema: unknown, depth = 0): unknown => {
  const [choice] = itemsOf(fieldOf(schema, 'enum'));
  if (choice !== undefined) return choice;
  const type = [fieldOf(schema, 'type'), ...itemsOf(fieldOf(schema, 'type'))].find(
    (name) => typeof name === 'string',
  );
  const properties = fieldOf(schema, 'properties');
  if (isRecord(properties) && depth < MAX_DEPTH) {
    const entries = Object.entries(properties).map(([name, inner]) => [name, exampleOf(inner, depth + 1)]);
    return Object.fromEntries(entries);
  }
  return typeof type === 'string' && type in EXAMPLES ? EXAMPLES[type] : {};
};

const nameOf = (tool: unknown): string | null => textOrNull(fieldOf(fieldOf(tool, 'function'), 'name'));

/**
 * The call that a request is answered with: of the chosen function, else of the first one, with arguments that fit. Null
 * where no tools were sent, none may be called, or a result was just given.
 */
export const demoCall = (body: UnknownRecord): DemoCall | null => {
  const tools = itemsOf(body.tools);
  const chosen = nameOf(body.tool_choice);
  const tool = chosen === null ? tools[0] : tools.find((offered) => nameOf(offered) === chosen);
  const name = nameOf(tool);
  const answered = fieldOf(itemsOf(body.messages).at(-1), 'role') === 'tool';
  if (name === null || answered || body.tool_choice === 'none') return null;
  const parameters = fieldOf(fieldOf(tool, 'function'), 'parameters');
  return {
    id: `call_demo_${itemsOf(body.messages).length}`,
    name,
    arguments: JSON.stringify(exampleOf(parameters)),
  };
};

import type { SentTools } from '../counting-rule';
import type { ContentCount } from './content-tokens';
import type { Tokenizer } from './tokenizer';

type Counter = Pick<Tokenizer, 'count'>;
type Fields = Readonly<Record<string, unknown>>;

/** OpenAI's Cookbook, "How to count tokens with tiktoken", section 7: the same for all its models. */
const PROPERTIES = 3;
const PER_PROPERTY = 3;
const ENUM = -3;
const PER_ENUM_ITEM = 3;
const END = 12;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

const textField = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const withoutFullStop = (text: string): string => (text.endsWith('.') ? text.slice(0, -1) : text);

/** What the recipe reads of a property; anything else is not covered by it. */
const COVERED = new Set(['type', 'description', 'enum']);

const isCovered = (property: Fields): boolean =>
  Object.keys(property).every((name) => COVERED.has(name)) &&
  typeof property.type === 'string' &&
  typeof property.description === 'string' &&
  (property.enum === undefined ||
    (Array.isArray(property.enum) && property.enum.every((item) => typeof item === 'string')));

/** Adds up the tokens of tool definitions. */
class ToolCount {
  tokens = 0;
  exact = true;
  readonly #tokenizer: Counter;

  constructor(tokenizer: Counter) {
    this.#tokenizer = tokenizer;
  }

  async addFunction(definition: Fields, perFunction: number): Promise<void> {
    this.exact &&= typeof definition.description === 'string';
    const description = withoutFullStop(textField(definition, 'description'));
    this.tokens += perFunction;
    await this.#add(`${textField(definition, 'name')}:${description}`);
    const properties = Object.entries(fieldsOf(fieldsOf(definition.parameters).properties));
    if (properties.length > 0) this.tokens += PROPERTIES;
    for (const [name, property] of properties) await this.#addProperty(name, fieldsOf(property));
  }

  async #addProperty(name: string, property: Fields): Promise<void> {
    this.tokens += PER_PROPERTY;
    if (Array.isArray(property.enum)) await this.#addEnum(property.enum);
    const description = withoutFullStop(textField(property, 'description'));
    await this.#add(`${name}:${textField(property, 'type')}:${description}`);
    if (isCovered(property)) return;
    this.exact = false;
    const { type: _type, description: _text, enum: _items, ...rest } = property;
    if (Object.keys(rest).length > 0) await this.#add(JSON.stringify(rest));
  }

  async #addEnum(items: readonly unknown[]): Promise<void> {
    this.tokens += ENUM;
    for (const item of items) {
      this.tokens += PER_ENUM_ITEM;
      await this.#add(String(item));
    }
  }

  async #add(text: string): Promise<void> {
    this.tokens += await this.#tokenizer.count(text);
  }
}

/**
 * The tokens of tool definitions by OpenAI's recipe. "About" where the recipe does not reach: properties of properties,
 * and models that it does not name.
 */
export const countTools = async (
  tokenizer: Counter,
  { json, perFunction, exact }: SentTools,
): Promise<ContentCount> => {
  const tools: unknown = JSON.parse(json);
  if (!Array.isArray(tools) || tools.length === 0) return { tokens: 0, exact: true };
  const count = new ToolCount(tokenizer);
  for (const tool of tools) await count.addFunction(fieldsOf(fieldsOf(tool).function), perFunction);
  return { tokens: count.tokens + END, exact: exact && count.exact };
};

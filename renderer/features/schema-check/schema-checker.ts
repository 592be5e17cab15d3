import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import type { PartialValue } from './partial-json';
import { readPartialJson } from './partial-json';

/** Where a reply breaks its schema, and which rule of it. */
export interface SchemaBreak {
  /** Names and places from the root down; empty: the root. */
  readonly path: readonly string[];
  /** As the schema calls it; `additional` for a property that is not allowed, `noMatch` where no alternative fits. */
  readonly keyword: string;
  /** What the rule says; for a property that is missing or not allowed, its name. */
  readonly rule: unknown;
}

/** What is known of a reply: `isWhole` once all of it has come. */
export type SchemaState =
  | { readonly kind: 'fits'; readonly isWhole: boolean }
  | { readonly kind: 'breaks'; readonly at: SchemaBreak }
  | { readonly kind: 'notJson' };

type AnySchema = Schema | boolean;
type Lookup = ReturnType<typeof dereference>;

const DRAFT = '2020-12';

const typesOf = (schema: Schema): readonly string[] =>
  schema.type === undefined ? [] : Array.isArray(schema.type) ? schema.type : [schema.type];

const segmentsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => decodeURI(segment).replaceAll('~1', '/').replaceAll('~0', '~'));

const namedIn = (error: string): string => /"(.*)"/s.exec(error)?.[1] ?? '';

/** Types that what has begun like this may have. */
const possibleTypes = (value: PartialValue): readonly string[] => {
  if (value.kind === 'object' || value.kind === 'array' || value.kind === 'string') return [value.kind];
  if (value.kind !== 'scalar') return [];
  if (/^[-\d]/.test(value.text)) return ['number', 'integer'];
  return value.text.startsWith('n') ? ['null'] : ['boolean'];
};

/** Checks replies against one schema, also while they are being written. */
export class SchemaChecker {
  readonly #schema: Schema;
  readonly #lookup: Lookup;

  /** @throws where the schema is none. */
  constructor(schema: Schema) {
    this.#schema = schema;
    this.#lookup = dereference(schema);
  }

  /** What is known of a text that has come so far. @throws where a rule of the schema is none (a pattern, say). */
  check(text: string): SchemaState {
    const value = readPartialJson(text);
    if (value === null) return { kind: 'notJson' };
    const at = this.#judge(value, this.#schema, []);
    return at === null ? { kind: 'fits', isWhole: value.kind === 'closed' } : { kind: 'breaks', at };
  }

  /** Null while it can still become valid. */
  #judge(value: PartialValue, schema: AnySchema, path: readonly string[]): SchemaBreak | null {
    if (value.kind === 'nothing' || schema === true) return null;
    if (schema === false) return { path: path.slice(0, -1), keyword: 'additional', rule: path.at(-1) };
    if (value.kind === 'closed') return this.#validate(value.value, schema, path);
    return (
      this.#judgeType(value, schema, path) ??
      this.#judgeCombined(value, schema, path) ??
      this.#judgeParts(value, schema, path)
    );
  }

  #judgeType(value: PartialValue, schema: Schema, path: readonly string[]): SchemaBreak | null {
    const types = typesOf(schema);
    const isPossible = types.length === 0 || possibleTypes(value).some((type) => types.includes(type));
    return isPossible ? null : { path, keyword: 'type', rule: schema.type };
  }

  #judgeCombined(value: PartialValue, schema: Schema, path: readonly string[]): SchemaBreak | null {
    const target =
      schema.$ref === undefined ? undefined : this.#lookup[schema.__absolute_ref__ ?? schema.$ref];
    const all = [...(schema.allOf ?? []), ...(target === undefined ? [] : [target])];
    for (const each of all) {
      const found = this.#judge(value, each, path);
      if (found !== null) return found;
    }
    for (const some of [schema.anyOf, schema.oneOf]) {
      if (some === undefined || some.length === 0) continue;
      const breaks = some.map((each) => this.#judge(value, each, path));
      if (!breaks.includes(null)) return onlyOne(breaks) ?? { path, keyword: 'noMatch', rule: null };
    }
    return null;
  }

  #judgeParts(value: PartialValue, schema: Schema, path: readonly string[]): SchemaBreak | null {
    switch (value.kind) {
      case 'object':
        return firstOf(value.entries, ([name, child]) =>
          firstOf(schemasOf(schema, name), (each) => this.#judge(child, each, [...path, name])),
        );
      case 'array':
        return (
          firstOf([...value.items.entries()], ([at, item]) =>
            this.#judge(item, itemSchema(schema, at), [...path, String(at)]),
          ) ?? tooMany(value.items.length, schema, path)
        );
      case 'string':
        return beginningBreak(value.text, schema, path);
      default:
        return null;
    }
  }

  #validate(value: unknown, schema: Schema, path: readonly string[]): SchemaBreak | null {
    const { valid, errors } = validate(value, schema, DRAFT, this.#lookup);
    if (valid) return null;
    // Each rule stands before what broke it: the last is the innermost, but of alternatives none is the right one.
    const found = errors.find(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf') ?? errors.at(-1);
    return found === undefined ? { path, keyword: 'other', rule: null } : this.#breakOf(found, schema, path);
  }

  #breakOf(unit: OutputUnit, schema: Schema, before: readonly string[]): SchemaBreak {
    const path = [...before, ...segmentsOf(unit.instanceLocation)];
    switch (unit.keyword) {
      case 'anyOf':
      case 'oneOf':
        return { path, keyword: 'noMatch', rule: null };
      case 'false':
        return { path: path.slice(0, -1), keyword: 'additional', rule: path.at(-1) };
      case 'required':
        return { path, keyword: 'required', rule: namedIn(unit.error) };
      default:
        return { path, keyword: unit.keyword, rule: this.#ruleAt(unit.keywordLocation, schema) };
    }
  }

  #ruleAt(location: string, schema: Schema): unknown {
    let node: unknown = schema;
    for (const segment of segmentsOf(location)) {
      const fields = node as Readonly<Record<string, unknown>> | undefined;
      const uri = fields?.__absolute_ref__ ?? fields?.$ref;
      node = segment === '$ref' && typeof uri === 'string' ? this.#lookup[uri] : fields?.[segment];
    }
    return node;
  }
}

const firstOf = <T>(items: readonly T[], judge: (item: T) => SchemaBreak | null): SchemaBreak | null => {
  for (const item of items) {
    const found = judge(item);
    if (found !== null) return found;
  }
  return null;
};

const onlyOne = (breaks: readonly (SchemaBreak | null)[]): SchemaBreak | null =>
  breaks.length === 1 ? (breaks[0] ?? null) : null;

const schemasOf = (schema: Schema, name: string): readonly AnySchema[] => {
  const own = schema.properties?.[name];
  const matching = Object.entries(schema.patternProperties ?? {})
    .filter(([pattern]) => new RegExp(pattern, 'u').test(name))
    .map(([, each]) => each);
  const known = own === undefined ? matching : [own, ...matching];
  if (known.length > 0) return known;
  return schema.additionalProperties === undefined ? [] : [schema.additionalProperties];
};

const itemSchema = ({ prefixItems = [], items = true }: Schema, at: number): AnySchema =>
  prefixItems[at] ?? (Array.isArray(items) ? (items[at] ?? true) : items);

const tooMany = (count: number, { maxItems }: Schema, path: readonly string[]): SchemaBreak | null =>
  maxItems !== undefined && count > maxItems ? { path, keyword: 'maxItems', rule: maxItems } : null;

const beginningBreak = (
  text: string,
  { enum: items, const: only, maxLength }: Schema,
  path: readonly string[],
): SchemaBreak | null => {
  const canBe = (item: unknown): boolean => typeof item === 'string' && item.startsWith(text);
  if (items !== undefined && !items.some(canBe)) return { path, keyword: 'enum', rule: items };
  if (only !== undefined && !canBe(only)) return { path, keyword: 'const', rule: only };
  return maxLength !== undefined && [...text].length > maxLength
    ? { path, keyword: 'maxLength', rule: maxLength }
    : null;
};

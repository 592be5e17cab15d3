import { foldText } from '../../../preload/contract/fold-text';

/** Values that the history has. */
export interface KnownValues {
  readonly models: readonly string[];
  readonly tags: readonly string[];
  readonly folders: readonly string[];
  /** Names of periods in the person's language. */
  readonly periods: readonly string[];
}

/** What the end of a query can become. */
export interface Completion {
  /** The operator, or an operator with a value. */
  readonly label: string;
  /** The whole query with it. */
  readonly query: string;
}

const valuesOf: Readonly<Record<string, (known: KnownValues) => readonly string[]>> = {
  role: () => ['user', 'assistant', 'system', 'developer', 'tool'],
  model: ({ models }) => models,
  after: ({ periods }) => periods,
  before: ({ periods }) => periods,
  tag: ({ tags }) => tags,
  in: ({ folders }) => ['current', ...folders],
  has: () => ['code', 'image', 'file', 'reasoning'],
  is: () => ['pinned', 'archived'],
};

/** More do not help: one types on. */
const MAX_OFFERED = 6;
/** One letter begins too many words that are none. */
const MIN_LETTERS = 2;

/** The operator and the value that a query ends in; a full-width colon is that of an input method that is still on. */
const VALUE = /(?<=^|[\s-])(?<name>[a-z]+)[:：](?:"(?<quoted>[^"]*)|(?<plain>[^\s"]*))$/i;
const NAME = /(?<=^|[\s-])(?<name>[a-z]+)$/i;

const quotedIfNeeded = (value: string): string =>
  /[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;

/** As search reads it: a model answers to the beginning of any part of its id, all else to its beginning. */
const canBecome = (name: string, value: string, typed: string): boolean => {
  const [whole, begun] = [foldText(value), foldText(typed)];
  return whole !== begun && (name === 'model' ? whole.includes(begun) : whole.startsWith(begun));
};

/** What the query that is being typed can go on with: the names of operators, and behind one its values. */
export const completionsOf = (query: string, known: KnownValues): readonly Completion[] => {
  const value = VALUE.exec(query);
  const name = (value ?? NAME.exec(query))?.groups?.name?.toLowerCase() ?? '';
  if (value === null) {
    if (name.length < MIN_LETTERS) return [];
    const before = query.slice(0, -name.length);
    const begun = Object.keys(valuesOf).filter((operator) => operator.startsWith(name));
    return begun.map((operator) => ({ label: `${operator}:`, query: `${before}${operator}:` }));
  }
  const typed = value.groups?.quoted ?? value.groups?.plain ?? '';
  const fitting = (valuesOf[name]?.(known) ?? []).filter((each) => canBecome(name, each, typed));
  return [...new Set(fitting)].slice(0, MAX_OFFERED).map((each) => {
    const label = `${name}:${quotedIfNeeded(each)}`;
    return { label, query: `${query.slice(0, value.index)}${label} ` };
  });
};

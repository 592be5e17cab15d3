import { type Feature, features } from './facets';
import type { Period } from './period';
import { parsePeriod } from './period';

/** A word or a "phrase" of a query. */
export interface QueryWord {
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
  /** True when it is the beginning of what is looked for. */
  readonly isPrefix: boolean;
}

/** What a hit must be. */
export type Condition =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'model'; readonly model: string }
  | { readonly kind: 'has'; readonly feature: Feature }
  | { readonly kind: 'is'; readonly state: 'pinned' | 'archived' }
  | { readonly kind: 'tag'; readonly tag: string }
  /** `title` null: the chat on screen. */
  | { readonly kind: 'in'; readonly title: string | null }
  | ({ readonly kind: 'time' } & Period)
  /** Nothing can be that, for example `role:nobody`. */
  | { readonly kind: 'never' };

/** One operator of a query. */
export interface QueryFilter {
  readonly condition: Condition;
  readonly isExcluded: boolean;
}

/** What a query asks for. */
export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  readonly filters: readonly QueryFilter[];
  /** Operators with a value that they do not know, as they were typed: `role:nobody`. */
  readonly unknown: readonly string[];
}

/** More words than anyone types are a pasted text. */
const MAX_CLAUSES = 32;
const NEVER: Condition = { kind: 'never' };
const ROLES = ['user', 'assistant', 'system', 'developer', 'tool'] as const;
const STATES = ['pinned', 'archived'] as const;

/** The choice that a half-typed value can become, or that it is the plural of. */
const oneOf = <T extends string>(choices: readonly T[], value: string): T | undefined =>
  choices.find((choice) => choice.startsWith(value) || value === `${choice}s`);

/** What an operator's value means; null: half typed, so it asks for nothing yet. */
const operators: Readonly<Record<string, (value: string) => Condition | null>> = {
  role: (value) => {
    const role = oneOf(ROLES, value.toLowerCase());
    return role === undefined ? NEVER : { kind: 'role', role };
  },
  model: (model) => ({ kind: 'model', model }),
  tag: (tag) => ({ kind: 'tag', tag }),
  has: (value) => {
    const feature = oneOf(features, value.toLowerCase());
    return feature === undefined ? NEVER : { kind: 'has', feature };
  },
  is: (value) => {
    const state = oneOf(STATES, value.toLowerCase());
    return state === undefined ? NEVER : { kind: 'is', state };
  },
  in: (title) => ({ kind: 'in', title: /^(?:current|this)$/i.test(title) ? null : title }),
  before: (value) => timeOf(value, ({ from }) => ({ from: Number.NEGATIVE_INFINITY, to: from })),
  after: (value) => timeOf(value, ({ from }) => ({ from, to: Number.POSITIVE_INFINITY })),
};

const timeOf = (value: string, side: (period: Period) => Period): Condition | null => {
  const period = parsePeriod(value);
  if (period === 'halfTyped') return null;
  return period === null ? NEVER : { kind: 'time', ...side(period) };
};

/** Minus, operator, then a quoted or plain value; any of them may be missing. */
const CLAUSE = /(-?)(?:(role|model|tag|has|is|in|before|after):)?(?:"([^"]*)("?)|([^\s"]*))/giy;
const QUOTES = /[“”„‟«»「」『』＂]/gu;

/** Full-width signs are those of an input method that is still on. */
const plainSigns = (query: string): string => query.normalize('NFKC').replace(QUOTES, '"');

const wordOf = (clause: RegExpExecArray, atEnd: boolean): QueryWord | null => {
  const [, minus, , quoted, closed, plain = ''] = clause;
  const isExcluded = minus === '-';
  const isStarred = quoted === undefined && plain.endsWith('*');
  const text = quoted ?? plain.replace(/\*+$/, '');
  if (text.trim() === '') return null;
  const isTyped = atEnd && !isExcluded && (quoted === undefined || closed === '');
  return { text, isPhrase: quoted !== undefined, isExcluded, isPrefix: isStarred || isTyped };
};

/**
 * Reads a query: words, "phrases", -exclusions and operators. Every text is a query: what is half typed asks for nothing
 * yet, and what is no operator is words.
 */
export const parseQuery = (query: string): ParsedQuery => {
  const text = plainSigns(query);
  const words: QueryWord[] = [];
  const filters: QueryFilter[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < text.length && words.length + filters.length < MAX_CLAUSES; ) {
    CLAUSE.lastIndex = at;
    const clause = CLAUSE.exec(text);
    if (clause === null || clause[0] === '') {
      at += 1;
      continue;
    }
    at = CLAUSE.lastIndex;
    const [, minus, name, quoted, , plain] = clause;
    const read = name === undefined ? undefined : operators[name.toLowerCase()];
    if (read === undefined) {
      const word = wordOf(clause, at === text.length);
      if (word !== null) words.push(word);
      continue;
    }
    const value = (quoted ?? plain ?? '').trim();
    const condition = value === '' ? null : read(value);
    if (condition !== null) filters.push({ condition, isExcluded: minus === '-' });
    if (condition?.kind === 'never') unknown.push(clause[0]);
  }
  return { words, filters, unknown };
};

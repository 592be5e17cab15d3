import type { TFunction } from 'i18next';
import type { SchemaBreak } from './schema-checker';

/** Longest list of values that is written out. */
const MOST_VALUES = 6;

/** A place in a value as one writes it in code: `items[2].name`. */
export const pathText = (path: readonly string[]): string =>
  path
    .map((segment) => {
      if (/^\d+$/.test(segment)) return `[${segment}]`;
      return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(segment) ? `.${segment}` : `[${JSON.stringify(segment)}]`;
    })
    .join('')
    .replace(/^\./, '');

const valuesText = (rule: unknown): string => {
  const values: readonly unknown[] = Array.isArray(rule) ? rule : [rule];
  const shown = values
    .slice(0, MOST_VALUES)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return [...shown, ...(values.length > MOST_VALUES ? ['…'] : [])].join(', ');
};

/** Rules that say the same about different things. */
const reasons = {
  type: 'type',
  enum: 'enum',
  const: 'const',
  required: 'required',
  additional: 'additional',
  maxLength: 'tooLong',
  maxItems: 'tooLong',
  maxProperties: 'tooLong',
  minLength: 'tooShort',
  minItems: 'tooShort',
  minProperties: 'tooShort',
  maximum: 'tooLarge',
  exclusiveMaximum: 'tooLarge',
  minimum: 'tooSmall',
  exclusiveMinimum: 'tooSmall',
  pattern: 'pattern',
  noMatch: 'noMatch',
} as const;

const isKnown = (keyword: string): keyword is keyof typeof reasons => Object.hasOwn(reasons, keyword);

/** Why a reply breaks its schema, in words. */
export const reasonText = (t: TFunction, { keyword, rule }: SchemaBreak): string => {
  if (!isKnown(keyword)) return t('schema.reasons.other', { keyword });
  const wanted = valuesText(rule);
  return t(`schema.reasons.${reasons[keyword]}`, { wanted, name: wanted, limit: wanted });
};

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../preload/contract/result';
import { en } from '../../../renderer/locales/en';
import { zhCN } from '../../../renderer/locales/zh-CN';

type Strings = ReadonlyMap<string, string>;

const flatten = (node: object, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : flatten(value as object, `${prefix}${key}.`),
  );

const english: Strings = new Map(flatten(en));
const chinese: Strings = new Map(flatten(zhCN));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** The same in every language: names, and numbers with nothing else. */
const NOT_TRANSLATED = new Set(['params.topP', 'settings.typeAzure', 'settings.version', 'context.short']);

/** English says "the oldest message" for one; Chinese always gives the number. */
const OWN_PLACEHOLDERS = new Set(['context.omitted_one']);

const renderer = path.resolve(import.meta.dirname, '../../../renderer');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('locales'))
  .map((file) => readFileSync(path.join(renderer, file), 'utf8'))
  .join('\n');

/** Keys made from a value (`errors.${code}.what`) count as used where their pattern stands in the code. */
const patterns = [...sources.matchAll(/t\(\s*`([^`]+)`/g)].map(
  ([, pattern]) => new RegExp(`^${(pattern ?? '').replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '.+')}$`),
);

const isUsed = (key: string): boolean => {
  const plain = key.replace(/_(one|other)$/, '');
  return sources.includes(`'${plain}'`) || patterns.some((pattern) => pattern.test(key));
};

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fill in the same facts: a placeholder that is misspelt shows up empty', () => {
    for (const [key, text] of english) {
      if (OWN_PLACEHOLDERS.has(key)) continue;
      expect([key, placeholders(chinese.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('leave nothing untranslated', () => {
    const same = [...english].filter(([key, text]) => chinese.get(key) === text && !NOT_TRANSLATED.has(key));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('address nobody in Chinese, keep a space between Chinese and Latin, and take the wide marks', () => {
    const odd = [...chinese].filter(([, text]) =>
      /[你您]|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han}[,;!?()]|\.{3}|。 /u.test(
        text,
      ),
    );
    expect(odd).toEqual([]);
  });

  it('have no string that no component shows', () => {
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('say of every error what happened and what helps', () => {
    for (const code of errorCodes) {
      expect(english.get(`errors.${code}.what`)).toMatch(/\.$/);
      expect(english.get(`errors.${code}.fix`)).toMatch(/\.$/);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nativeText } from '../../../main/app/native-text';
import { commandNames } from '../../../preload/contract/command-names';

const english = Object.entries({ ...nativeText('en'), ...commandNames.en });
const chinese: Readonly<Record<string, string>> = { ...nativeText('zh-CN'), ...commandNames['zh-CN'] };

const main = path.resolve(import.meta.dirname, '../../../main');
const sources = readdirSync(main, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('backstage') && !file.endsWith('native-text.ts'))
  .map((file) => readFileSync(path.join(main, file), 'utf8'))
  .join('\n');

/** A word is used as `text.word`, `text().word`, `nativeText(…).word`, or taken out of one of them by its name. */
const ofText = String.raw`(?:\btext(?:\(\))?|\bnativeText\([^;]*?\))`;
const members = [...sources.matchAll(new RegExp(String.raw`${ofText}\.(\w+)`, 'g'))].map(([, word]) => word);
const takenOut = [...sources.matchAll(new RegExp(String.raw`const \{([^}]*)\} = ${ofText}`, 'g'))].flatMap(
  ([, words]) => (words ?? '').split(',').map((word) => word.trim()),
);
const used = new Set([...members, ...takenOut]);

describe('the words that main draws itself', () => {
  it('are all used', () => {
    expect(Object.keys(nativeText('en')).filter((word) => !used.has(word))).toEqual([]);
  });

  it('are all translated', () => {
    expect(english.filter(([word, text]) => text === '' || chinese[word] === text)).toEqual([]);
    expect(Object.keys(chinese).sort()).toEqual(english.map(([word]) => word).sort());
  });

  it('end alike in both languages: with the dots of what asks for more, as a label or as a sentence', () => {
    const endOf = (text: string) =>
      (/[…]$/.exec(text) ?? /[。.]$/.exec(text) ?? /[:：]$/.exec(text))?.[0] ?? '';
    const wide: Readonly<Record<string, string>> = { '.': '。', ':': '：' };
    const odd = english.filter(
      ([word, text]) => endOf(chinese[word] ?? '') !== (wide[endOf(text)] ?? endOf(text)),
    );
    expect(odd).toEqual([]);
  });

  it('address nobody in Chinese, keep a space between Chinese and Latin, and take the wide marks', () => {
    const odd = Object.entries(chinese).filter(([, text]) =>
      /[你您]|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han}[,;!?()]|\.{3}|。 /u.test(
        text,
      ),
    );
    expect(odd).toEqual([]);
  });
});

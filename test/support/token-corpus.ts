import { randomFrom } from './seeded-random';

type Random = (below: number) => number;

/** Letters of scripts that every Unicode version agrees on, as first and last code point. */
const SCRIPTS: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x391, 0x3c9],
  [0x410, 0x44f],
  [0x5d0, 0x5ea],
  [0x621, 0x64a],
  [0x905, 0x939],
  [0xe01, 0xe30],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
  [0x1d400, 0x1d454],
];
const WORDS = `the of and to Tokens don't WE'LL IT'S he'ſ it’s unbelievable antidisestablishmentarianism naïve Straße İstanbul
  ΑΒΓδ Привет мир 你好 世界 人工智能 天気が いいですね こんにちは 안녕하세요 مرحبا สวัสดี नमस्ते 1234567 3.14159 x86_64 HTTPServer snake_case`;
const CODE = [
  'const a = {b: [1, 2]};\n',
  '\treturn x;\r\n',
  '    if (i != 0) {\n',
  '// TODO: fix\n',
  '/usr/bin/env',
  'SELECT * FROM t;',
  '"\\n\\t"',
  '===',
  '```js\n',
  '<a href="x">',
  '&amp;',
  '->*',
  '0x1F',
  '#!/bin/sh\n',
  '|---|---|\n',
  '%PDF-1.7',
];
const EMOJI = ['😀', '👩‍👩‍👧', '🇩🇪', '👍🏽', '❤️', '🏴‍☠️', '1️⃣', '🫠', '\u{1f468}\u200d\u{1f52c}'];
const MARKS = [
  'e\u0301',
  'a\u0300\u0323',
  '\u0301',
  'n\u0303',
  '\u20dd',
  'क्षि',
  '\u0e49',
  '\ufe0f',
  'Z\u0351\u036b\u0343',
];
const SPACES = [
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\n\n\n',
  '\u00a0',
  '\u3000',
  '\u2028',
  '\u0085',
  '\u200b',
  '\ufeff',
  '\v',
  '\f',
  '     \n   ',
];
const SPECIAL = [
  '<|endoftext|>',
  '<|im_start|>',
  '\0',
  '\u001b[31m',
  '\ud800',
  '\udc00',
  '—',
  '…',
  '！',
  '。',
  '，',
  '“',
  '”',
  "'s",
  "'LL",
  'ſ',
  'K',
];

const oneOf = (random: Random, items: readonly string[]): string => items[random(items.length)] ?? '';

const letterOf = (random: Random): string => {
  const [from, to] = SCRIPTS[random(SCRIPTS.length)] ?? [0x61, 0x7a];
  return String.fromCodePoint(from + random(to - from + 1));
};

const words = WORDS.split(/\s+/);

/** Makers of one snippet each, by what they are made of. */
const kinds: Readonly<Record<string, (random: Random) => string>> = {
  english: (random) => `${oneOf(random, words.slice(0, 11))}${oneOf(random, [' ', ', ', '. ', '\n'])}`,
  words: (random) => `${oneOf(random, words)}${oneOf(random, [' ', ''])}`,
  chinese: (random) => `${String.fromCodePoint(0x4e00 + random(20_000))}${random(9) === 0 ? '，' : ''}`,
  code: (random) => oneOf(random, CODE),
  emoji: (random) => oneOf(random, EMOJI),
  marks: (random) => oneOf(random, MARKS),
  spaces: (random) => oneOf(random, random(3) === 0 ? ['x', '1', '.'] : SPACES),
  special: (random) => oneOf(random, [...SPECIAL, ...SPACES]),
  digits: (random) => String(random(10 ** (1 + random(9)))),
  scripts: letterOf,
  bytes: (random) =>
    Buffer.from(Array.from({ length: 8 }, () => random(256))).toString(random(2) ? 'utf8' : 'latin1'),
  run: (random) => letterOf(random).repeat(1 + random(60)),
};

/** Texts of every kind and of all kinds mixed, by a seed: the same on every machine. */
export const tokenCorpus = (seed: number, count: number): readonly string[] => {
  const random = randomFrom(seed);
  const makers = Object.values(kinds);
  const mixed = (from: Random): string => makers[from(makers.length)]?.(from) ?? '';
  return Array.from({ length: count }, (_, index) => {
    const make = makers[index % (makers.length + 2)] ?? mixed;
    return Array.from({ length: random(40) }, () => make(random)).join('');
  });
};

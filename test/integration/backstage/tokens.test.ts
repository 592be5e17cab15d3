import { get_encoding } from 'tiktoken';
import { describe, expect, it } from 'vitest';
import { costTable } from '../../../main/backstage/tokens/message-cost';
import { tokenizerFor } from '../../../main/backstage/tokens/tokenizer';
import type { EncodingName } from '../../../preload/contract/models';
import { RULE } from './support';

const SNIPPETS = [
  'The quick brown fox',
  " doesn't",
  " WE'LL",
  ' jumps\n',
  '\n\n\n',
  '  \t ',
  '\r\n',
  '    return x;\n',
  'const a = {b: [1, 2]};',
  '12345678',
  ' 3.14159',
  '你好，世界。',
  '天気がいいですね',
  'こんにちは',
  '안녕하세요 ',
  'مرحبا بالعالم',
  'สวัสดีครับ',
  'नमस्ते',
  'Ünïcödé',
  'e\u0301a\u0300',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  '\ud800',
  '\0',
  '<|endoftext|>',
  '<|im_start|>',
  '===',
  '----',
  '| a | b |\n',
  '/usr/bin',
  '\u2019s',
  '—',
  '𝒳𝒴',
  'https://a.b/c?d=e&f=1',
  'camelCaseXMLHttp',
  'SHOUTING',
  ' ',
  '\u00a0',

  '```js\n',
  '\u200d',
  'ß',
  'İ',
  '!\n/',
  '1,2,3\n4,5,6\n',
] as const;

/** A small generator with a fixed seed (mulberry32): the same texts on every machine. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const mixedText = (random: (below: number) => number, snippetCount: number): string =>
  Array.from({ length: snippetCount }, () => SNIPPETS[random(SNIPPETS.length)]).join('');

const referenceFor = (name: 'o200k_base' | 'cl100k_base' | 'p50k_base' | 'r50k_base') => {
  const encoding = get_encoding(name);
  return {
    count: (text: string): number => encoding.encode(text, [], []).length,
    free: () => encoding.free(),
  };
};

describe.each(['o200k_base', 'cl100k_base', 'p50k_base', 'r50k_base'] as const)('%s', (name) => {
  it('counts as tiktoken does, across all scripts, and across the cuts of long texts', async () => {
    const reference = referenceFor(name);
    const random = randomFrom(20_261_122);
    const lengths = [...Array.from({ length: 300 }, (_, index) => index % 40), 1000, 2500, 5000];
    const wrong: string[] = [];
    for (const length of lengths) {
      const text = mixedText(random, length);
      const [ours, theirs] = [await tokenizerFor(name).count(text), reference.count(text)];
      if (ours !== theirs) wrong.push(`${ours} instead of ${theirs}: ${JSON.stringify(text).slice(0, 200)}`);
    }
    reference.free();
    expect(wrong).toEqual([]);
  });
});

describe('counting', () => {
  it('counts a run of 300,000 characters without a break, and lets other work through meanwhile', async () => {
    const random = randomFrom(7);
    const run = Array.from({ length: 300_000 }, () => String.fromCodePoint(0x4e00 + random(20_000))).join('');
    let turns = 0;
    let isCounting = true;
    const watch = (): void => {
      turns += 1;
      if (isCounting) setImmediate(watch);
    };
    setImmediate(watch);
    const tokens = await tokenizerFor('o200k_base').count(run);
    isCounting = false;
    expect(tokens).toBeGreaterThan(100_000);
    expect(turns).toBeGreaterThan(10);
  });

  it('counts gpt-oss text as o200k_base', async () => {
    expect(await tokenizerFor('o200k_harmony').count('Hello, 世界')).toBe(
      await tokenizerFor('o200k_base').count('Hello, 世界'),
    );
  });
});

/** "How to count tokens with tiktoken" of OpenAI's Cookbook, with the counts that the API answered. */
const COOKBOOK = [
  {
    content:
      'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.',
  },
  { name: 'example_user', content: 'New synergies will help drive top-line growth.' },
  { name: 'example_assistant', content: 'Things working well together will increase revenue.' },
  {
    name: 'example_user',
    content:
      "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
  },
  { name: 'example_assistant', content: "Let's talk later when we're less busy about how to do better." },
  {
    role: 'user',
    content: "This late pivot means we don't have time to boil the ocean for the client deliverable.",
  },
] as const;

describe('the message recipe', () => {
  it.each([
    // Messages of ours have no names: a name's cost is added here as the recipe says (1 token, or one less for 0301).
    { model: 'gpt-3.5-turbo-0613', encoding: 'cl100k_base', perMessage: 3, perName: 1, tokens: 129 },
    { model: 'gpt-3.5-turbo-0301', encoding: 'cl100k_base', perMessage: 4, perName: -1, tokens: 127 },
    { model: 'gpt-4o', encoding: 'o200k_base', perMessage: 3, perName: 1, tokens: 124 },
  ] as const)('counts the published example as the API does: $model', async (row) => {
    const encoding: EncodingName = row.encoding;
    const { message } = await costTable({ ...RULE, encoding, perMessage: row.perMessage });
    const count = (text: string) => tokenizerFor(encoding).count(text);
    let tokens = RULE.priming;
    for (const entry of COOKBOOK) {
      const role = 'role' in entry ? entry.role : 'system';
      tokens += message(role, await count(entry.content));
      if ('name' in entry) tokens += row.perName + (await count(entry.name));
    }
    expect(tokens).toBe(row.tokens);
  });
});

import { get_encoding } from 'tiktoken';
import { describe, expect, it } from 'vitest';
import { costTable } from '../../../main/backstage/tokens/message-cost';
import { tokenizerFor } from '../../../main/backstage/tokens/tokenizer';
import type { EncodingName } from '../../../preload/contract/models';
import { randomFrom } from '../../support/seeded-random';
import { tokenCorpus } from '../../support/token-corpus';
import { RULE } from './support';

const referenceFor = (name: 'o200k_base' | 'cl100k_base' | 'p50k_base' | 'r50k_base') => {
  const encoding = get_encoding(name);
  return {
    encode: (text: string): Uint32Array => encoding.encode(text, [], []),
    free: () => encoding.free(),
  };
};

const TEXTS = tokenCorpus(20_261_122, 2400);

describe.each(['o200k_base', 'cl100k_base', 'p50k_base', 'r50k_base'] as const)('%s', (name) => {
  it('has the very tokens of tiktoken in thousands of texts of all kinds', async () => {
    const reference = referenceFor(name);
    const wrong: string[] = [];
    for (const text of TEXTS) {
      const [ours, theirs] = [await tokenizerFor(name).encode(text), reference.encode(text)];
      if (ours.join() !== theirs.join()) wrong.push(JSON.stringify(text).slice(0, 200));
    }
    reference.free();
    expect(wrong).toEqual([]);
    expect(new Set(TEXTS).size).toBeGreaterThan(2000);
  });

  it('counts long texts, and long runs without a break, to the token', async () => {
    const reference = referenceFor(name);
    const random = randomFrom(7);
    const ideographs = Array.from({ length: 3000 }, () => String.fromCodePoint(0x4e00 + random(20_000))).join(
      '',
    );
    const long = [
      TEXTS.join(''),
      ideographs,
      'ab'.repeat(3000),
      '!?'.repeat(3000),
      ' '.repeat(5000),
      '1'.repeat(5000),
    ];
    for (const text of long) expect(await tokenizerFor(name).count(text)).toBe(reference.encode(text).length);
    reference.free();
  });

  it('says what a token stands for', async () => {
    const ids = await tokenizerFor(name).encode('Hello, 世界');
    const texts = await Promise.all(ids.map((id) => tokenizerFor(name).decode(id)));
    expect(texts.slice(0, 2)).toEqual(['Hello', ',']);
    expect(await tokenizerFor(name).decode(9_999_999)).toBeNull();
  });
});

describe('counting', () => {
  it.each([
    ['letters', 'a', 125_000],
    ['ideographs', '世', 1_000_000],
    ['spaces', ' ', 7813],
  ])(
    'counts a megabyte of %s without a break, and lets other work through meanwhile',
    async (_, sign, tokens) => {
      let turns = 0;
      let isCounting = true;
      const watch = (): void => {
        turns += 1;
        if (isCounting) setImmediate(watch);
      };
      setImmediate(watch);
      expect(await tokenizerFor('o200k_base').count(sign.repeat(1_000_000))).toBe(tokens);
      isCounting = false;
      expect(turns).toBeGreaterThan(10);
    },
  );

  it('counts a run that no pattern can hold', async () => {
    expect(await tokenizerFor('o200k_base').count('世'.repeat(5_000_000))).toBeGreaterThan(4_900_000);
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

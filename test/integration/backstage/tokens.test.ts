import { get_encoding } from 'tiktoken';
import { describe, expect, it } from 'vitest';
import { countContent } from '../../../main/backstage/tokens/content-tokens';
import { costTable, encodingOf } from '../../../main/backstage/tokens/message-cost';
import { tokenizerFor } from '../../../main/backstage/tokens/tokenizer';
import { countTools } from '../../../main/backstage/tokens/tool-tokens';
import { loadCatalogue } from '../../../main/models/catalogue';
import { countingRule } from '../../../main/models/counting-rule';
import { randomFrom } from '../../support/seeded-random';
import { tokenCorpus } from '../../support/token-corpus';

const referenceFor = (name: 'o200k_base' | 'cl100k_base' | 'p50k_base' | 'r50k_base') => {
  const encoding = get_encoding(name);
  return {
    encode: (text: string): Uint32Array => encoding.encode(text, [], []),
    free: () => encoding.free(),
  };
};

const catalogue = await loadCatalogue();
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
    ['gpt-3.5-turbo-0613', 129],
    ['gpt-3.5-turbo-0301', 127],
    ['gpt-4-0613', 129],
    ['gpt-4o', 124],
  ])('counts the published example, names and all, as the API does: %s', async (id, published) => {
    const rule = countingRule(catalogue.modelInfo(id), {});
    const tokenizer = tokenizerFor(encodingOf(rule));
    const { message } = await costTable(rule);
    let tokens = rule.priming;
    for (const entry of COOKBOOK) {
      const role = 'role' in entry ? entry.role : 'system';
      const name = 'name' in entry ? entry.name : null;
      const content = await countContent(tokenizer, [{ type: 'text', text: entry.content }], name);
      tokens += message(role, content.tokens, name !== null);
    }
    expect(tokens).toBe(published);
  });
});

/** The same notebook, section 7. */
const WEATHER = {
  messages: [
    {
      role: 'system',
      content: 'You are a helpful assistant that can answer to questions about the weather.',
    },
    { role: 'user', content: "What's the weather like in San Francisco?" },
  ],
  tools: [
    {
      type: 'function',
      function: {
        name: 'get_current_weather',
        description: 'Get the current weather in a given location',
        parameters: {
          type: 'object',
          properties: {
            location: { type: 'string', description: 'The city and state, e.g. San Francisco, CA' },
            unit: {
              type: 'string',
              description: 'The unit of temperature to return',
              enum: ['celsius', 'fahrenheit'],
            },
          },
          required: ['location'],
        },
      },
    },
  ],
} as const;

describe('the recipe for tools', () => {
  it.each([
    ['gpt-3.5-turbo', 105],
    ['gpt-4', 105],
    ['gpt-4o', 101],
    ['gpt-4o-mini', 101],
  ])('counts the published example as the API does: %s', async (id, published) => {
    const rule = countingRule(catalogue.modelInfo(id), { tools: JSON.stringify(WEATHER.tools) });
    const tokenizer = tokenizerFor(encodingOf(rule));
    const { message } = await costTable(rule);
    if (rule.tools === undefined) throw new Error('no tools');
    const tools = await countTools(tokenizer, rule.tools);
    expect(tools.exact).toBe(true);
    const texts = WEATHER.messages.map(async ({ role, content }) =>
      message(role, await tokenizer.count(content)),
    );
    const tokens = (await Promise.all(texts)).reduce((sum, cost) => sum + cost, rule.priming + tools.tokens);
    expect(tokens).toBe(published);
  });

  it('is only about right for a model, and for definitions, that it was not published for', async () => {
    const count = (id: string, tools: unknown) => {
      const rule = countingRule(catalogue.modelInfo(id), { tools: JSON.stringify(tools) });
      return rule.tools && countTools(tokenizerFor(encodingOf(rule)), rule.tools);
    };
    expect((await count('gpt-4.1', WEATHER.tools))?.exact).toBe(false);
    const nested = {
      type: 'object',
      description: 'x',
      properties: { y: { type: 'string', description: 'z' } },
    };
    const withProperty = (x: unknown) => [
      { type: 'function', function: { name: 'f', description: 'd', parameters: { properties: { x } } } },
    ];
    const flat = await count('gpt-4o', withProperty({ type: 'object', description: 'x' }));
    const deep = await count('gpt-4o', withProperty(nested));
    expect(flat?.exact).toBe(true);
    expect(deep?.exact).toBe(false);
    expect(deep?.tokens).toBeGreaterThan(flat?.tokens ?? 0);
    expect((await count('gpt-4o', [{ type: 'function', function: { name: 'f' } }]))?.exact).toBe(false);
  });

  it('does not count tools or a schema for a model that does not get them', () => {
    const responseFormat = { type: 'json_schema', name: 'x', strict: true, schema: '{}' } as const;
    const rule = countingRule(
      { ...catalogue.modelInfo('gpt-4'), unsupported: ['tools', 'responseFormat'] },
      { tools: JSON.stringify(WEATHER.tools), responseFormat },
    );
    expect(rule.tools).toBeUndefined();
    expect(rule.schema).toBeUndefined();
  });
});

describe('calls and results', () => {
  it('count, about', async () => {
    const tokenizer = tokenizerFor('o200k_base');
    const call = { type: 'toolCall', id: 'c', name: 'weather', arguments: '{"city":"Paris"}' } as const;
    const called = await countContent(tokenizer, [call], null);
    expect(called).toMatchObject({ exact: false });
    expect(called.tokens).toBeGreaterThan(await tokenizer.count(call.arguments));
    const result = { type: 'toolResult', callId: 'c', text: 'Hello' } as const;
    expect(await countContent(tokenizer, [result], null)).toEqual({ tokens: 1, exact: false });
  });
});

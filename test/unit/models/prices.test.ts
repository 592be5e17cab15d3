import { calcPrice } from '@pydantic/genai-prices';
import * as specs from 'gpt-tokenizer/models';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../main/models/catalogue';
import { loadPrices } from '../../../main/models/prices';
import { requiredModels } from '../../../main/models/required-models';
import { costOf, worstCostOf } from '../../../preload/contract/price';

const priceOf = await loadPrices();
const { listModels } = await loadCatalogue();
const isOffered = new Set(listModels('openai', []).map(({ id }) => id));

interface PricedSpec {
  readonly modalities: { readonly output: readonly string[] };
  readonly price_data?: { readonly main?: { readonly input?: number; readonly output?: number } };
}

const otherPrices = Object.entries(specs as unknown as Readonly<Record<string, PricedSpec>>).flatMap(
  ([id, spec]) => {
    const { input, output } = spec.price_data?.main ?? {};
    return input === undefined || output === undefined ? [] : [{ id, input, output }];
  },
);

describe('list prices', () => {
  it.each([
    ['gpt-4o', 2.5, 10],
    ['gpt-4o-2024-05-13', 5, 15],
    ['gpt-4o-mini', 0.15, 0.6],
    ['gpt-4-turbo', 10, 30],
    ['gpt-4', 30, 60],
    ['gpt-4-32k-0613', 60, 120],
    ['gpt-3.5-turbo', 0.5, 1.5],
    ['gpt-3.5-turbo-instruct', 1.5, 2],
    ['gpt-4.1', 2, 8],
    ['o3', 2, 8],
    ['o1', 15, 60],
  ])('%s costs what OpenAI publishes, not what the metadata package says', (id, input, output) => {
    expect(priceOf(id)).toMatchObject({ input, output, long: null });
  });

  it('the two sources disagree only where that is known: a new disagreement must be looked at', () => {
    const disagreeing = otherPrices.filter(({ id, input, output }) => {
      const price = priceOf(id);
      return isOffered.has(id) && price !== null && (price.input !== input || price.output !== output);
    });
    expect(disagreeing.map(({ id }) => id)).toEqual([
      // The metadata package has 10/30, 15/60 or 3/12 where OpenAI's price list has long had others.
      ...['gpt-4.1', 'gpt-4.1-2025-04-14', 'gpt-4o', 'gpt-4o-2024-08-06', 'gpt-4o-2024-11-20'],
      ...['gpt-4o-search-preview', 'gpt-4o-search-preview-2025-03-11', 'gpt-5', 'gpt-5-2025-08-07'],
      ...['o1-mini', 'o1-mini-2024-09-12', 'o1-preview', 'o1-preview-2024-09-12', 'o3', 'o3-2025-04-16'],
    ]);
  });

  it('every required model that OpenAI ever priced has a price', () => {
    const unpriced = requiredModels.map(({ id }) => id).filter((id) => priceOf(id) === null);
    expect(unpriced).toEqual([]);
  });

  it.each([
    'ft:gpt-4o-mini:my-org::abc',
    'gpt-4o-2099-01-01',
    'llama3.2:3b',
    'gpt-oss-20b',
    'openai/gpt-oss-120b',
    'parlance-demo',
    'constructor',
  ])('%s has no price that could be made up for it', (id) => {
    expect(priceOf(id)).toBeNull();
  });

  it.each([
    ['openai/gpt-4o', 'gpt-4o'],
    ['gpt-35-turbo', 'gpt-3.5-turbo'],
  ])('%s costs as %s', (id, base) => {
    expect(priceOf(id)).toEqual(priceOf(base));
  });

  it('a price that depends on the length of the prompt is told as such', () => {
    expect(priceOf('gpt-5.4')).toEqual({
      input: 2.5,
      cachedInput: 0.25,
      cacheWrite: null,
      output: 15,
      long: { above: 271_999, input: 5, cachedInput: 0.5, cacheWrite: null, output: 22.5 },
    });
  });
});

describe('cost', () => {
  const usages = [
    { promptTokens: 1000, completionTokens: 500 },
    { promptTokens: 5000, completionTokens: 0, cachedTokens: 4096 },
    { promptTokens: 300_000, completionTokens: 2000, cachedTokens: 1024 },
    { promptTokens: 0, completionTokens: 0 },
  ];
  const ids = ['gpt-4o', 'gpt-4o-mini', 'gpt-4', 'o3', 'gpt-5', 'gpt-5.4', 'gpt-5.6-sol', 'gpt-3.5-turbo'];

  it.each(ids)('of %s is what the price package itself works out', (id) => {
    const price = priceOf(id);
    expect(price).not.toBeNull();
    if (price === null) return;
    for (const usage of usages) {
      const theirs = calcPrice(
        {
          input_tokens: usage.promptTokens,
          output_tokens: usage.completionTokens,
          cache_read_tokens: usage.cachedTokens ?? 0,
        },
        id,
        { providerId: 'openai' },
      );
      expect(costOf(price, usage)).toBeCloseTo(theirs?.total_price ?? Number.NaN, 10);
    }
  });

  it('of cached tokens is that of others where no cached price is known', () => {
    const price = { input: 1, cachedInput: null, cacheWrite: null, output: 2, long: null };
    expect(costOf(price, { promptTokens: 10, completionTokens: 1, cachedTokens: 4 })).toBeCloseTo(12e-6, 12);
  });
});

describe('the most that a request can cost', () => {
  it('takes all of its prompt as written to the cache where that is dearer, also above the length that costs more', () => {
    const rates = { input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 10 };
    const price = { ...rates, long: { ...rates, above: 100, input: 2, cacheWrite: 2.5 } };
    expect(worstCostOf(price, { promptTokens: 100, completionTokens: 1 })).toBeCloseTo(135e-6, 12);
    expect(worstCostOf(price, { promptTokens: 200, completionTokens: 0 })).toBeCloseTo(500e-6, 12);
    const cheap = { ...rates, cacheWrite: null, long: null };
    expect(worstCostOf(cheap, { promptTokens: 100, completionTokens: 0 })).toBeCloseTo(100e-6, 12);
  });
});

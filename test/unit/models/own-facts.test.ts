import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../main/models/catalogue';
import { countingRule } from '../../../main/models/counting-rule';
import { withOwnFacts } from '../../../main/models/own-facts';
import { settingsPatch } from '../../../preload/contract/settings';
import { defaultTranscriptRule } from '../../../preload/contract/transcript-rule';

const { modelInfo } = await loadCatalogue();
const price = { input: 1, cachedInput: null, output: 2 };

describe('what the person sets of a model', () => {
  it('wins over everything else and is marked', () => {
    const own = { 'gpt-4': { contextWindow: 5000, price } };
    expect(withOwnFacts(modelInfo('gpt-4'), own)).toMatchObject({
      contextWindow: 5000,
      maxOutput: modelInfo('gpt-4').maxOutput,
      encoding: 'cl100k_base',
      price: { ...price, cacheWrite: null, long: null },
      setByYou: ['contextWindow', 'price'],
    });
  });

  it('makes an unknown model countable', () => {
    const own = { 'llama3.2:3b': { contextWindow: 8000, maxOutput: 1000, encoding: 'cl100k_base' } } as const;
    const rule = countingRule(withOwnFacts(modelInfo('llama3.2:3b'), own), {});
    expect(rule).toMatchObject({ encoding: 'cl100k_base', contextWindow: 8000, reservedTokens: 1000 });
  });

  it('sends a base model that nobody knows to the legacy endpoint, with what that endpoint takes', () => {
    const own = { 'llama3.2:3b-text': { endpoint: 'completions' } } as const;
    const info = withOwnFacts(modelInfo('llama3.2:3b-text'), own);
    expect(info).toMatchObject({ endpoint: 'completions', setByYou: ['endpoint'] });
    expect(info.unsupported).not.toContain('echo');
    expect(countingRule(info, {}).transcriptRule).toEqual(defaultTranscriptRule);
  });

  it('leaves other models alone, also one that is called like a method of every object', () => {
    for (const id of ['gpt-4o', 'constructor', '__proto__']) {
      expect(withOwnFacts(modelInfo(id), { 'gpt-4': { contextWindow: 1 } })).toEqual(modelInfo(id));
    }
  });

  it.each([
    { contextWindow: 0 },
    { contextWindow: 1.5 },
    { maxOutput: -1 },
    { encoding: 'gpt2' },
    { endpoint: 'responses' },
    { price: { input: -1, cachedInput: null, output: 1 } },
    { price: { input: 1 } },
    { price: { ...price, output: Number.POSITIVE_INFINITY } },
    { colour: 'red' },
  ])('is refused where it is absurd: %j', (facts) => {
    expect(settingsPatch.safeParse({ modelFacts: { 'gpt-4': facts } }).success).toBe(false);
  });

  it('is bounded', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`m${index}`, {}]));
    expect(settingsPatch.safeParse({ modelFacts: many }).success).toBe(false);
  });
});

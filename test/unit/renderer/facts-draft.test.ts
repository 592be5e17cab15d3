import { describe, expect, it } from 'vitest';
import { draftOf, type FactsDraft, readDraft } from '../../../renderer/features/models/facts-draft';

const empty = draftOf(undefined);
const read = (draft: Partial<FactsDraft>) => readDraft({ ...empty, ...draft });

describe('facts of a model typed by a person', () => {
  it('are none where nothing was typed', () => {
    expect(read({})).toEqual({ ok: true, facts: {} });
  });

  it('survive being shown and read again', () => {
    const facts = {
      contextWindow: 8000,
      maxOutput: 4000,
      encoding: 'cl100k_base',
      price: { input: 0.15, cachedInput: null, output: 0 },
    } as const;
    expect(readDraft(draftOf(facts))).toEqual({ ok: true, facts });
  });

  it.each([
    ['128,000', 128_000],
    ['128 000', 128_000],
    ['１２８０００', 128_000],
    [' 1 ', 1],
  ])('take %j for a number of tokens', (contextWindow, tokens) => {
    expect(read({ contextWindow })).toEqual({ ok: true, facts: { contextWindow: tokens } });
  });

  it.each(['0', '-1', '1.5', '128K', '1e5', '100000001'])('do not take %j for one', (contextWindow) => {
    expect(read({ contextWindow })).toEqual({ ok: false, problems: { contextWindow: 'notTokens' } });
  });

  it.each([
    ['2.5', 2.5],
    ['$0.15', 0.15],
    ['.5', 0.5],
    ['０。５', 0.5],
    ['0', 0],
  ])('take %j for a price', (input, usd) => {
    expect(read({ input, output: '1' })).toEqual({
      ok: true,
      facts: { price: { input: usd, cachedInput: null, output: 1 } },
    });
  });

  it.each(['-1', 'free', '1,5', '100001', 'NaN', 'Infinity'])('do not take %j for one', (input) => {
    expect(read({ input, output: '1' })).toEqual({ ok: false, problems: { input: 'notPrice' } });
  });

  it('never price half a request', () => {
    expect(read({ input: '1' })).toEqual({ ok: false, problems: { output: 'priceMissing' } });
    expect(read({ cachedInput: '1' })).toEqual({
      ok: false,
      problems: { input: 'priceMissing', output: 'priceMissing' },
    });
  });
});

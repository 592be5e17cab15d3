import { describe, expect, it } from 'vitest';
import type { TokenChance } from '../../../preload/contract/logprobs';
import { certaintyOf, summaryOf } from '../../../renderer/features/logprobs/certainty';
import { stretchesOf } from '../../../renderer/features/logprobs/stretches';
import { branchText, shownTokens } from '../../../renderer/features/logprobs/token-text';

const chance = (token: string, logprob: number | null = -0.5): TokenChance => ({
  token,
  bytes: [...Buffer.from(token)],
  logprob,
});
const whole = (token: string, logprob: number | null = -0.5): TokenChance => ({
  ...chance(token, logprob),
});
const part = (...bytes: readonly number[]): TokenChance => ({ token: '?', bytes, logprob: -0.5 });

/** 👋 is f0 9f 91 8b. */
const SPLIT = [whole('Hi '), part(0xf0, 0x9f), part(0x91, 0x8b), whole('!')];

describe('tokens as they are shown', () => {
  it('show a character that is spread over two tokens once, and say what its parts belong to', () => {
    expect(shownTokens(SPLIT).map(({ text, partOf }) => [text, partOf])).toEqual([
      ['Hi ', null],
      ['', '👋'],
      ['👋', '👋'],
      ['!', null],
    ]);
  });

  it('show what stands before the half of a character in the same token', () => {
    const tokens = [part(0x20, 0xf0, 0x9f), part(0x91, 0x8b), whole('é')];
    expect(shownTokens(tokens).map(({ text, partOf }) => [text, partOf])).toEqual([
      [' ', '👋'],
      ['👋', '👋'],
      ['é', null],
    ]);
  });

  it('show a character of three parts at its last', () => {
    const tokens = [part(0xf0), part(0x9f, 0x91), part(0x8b, 0x21)];
    expect(shownTokens(tokens).map(({ text, partOf }) => [text, partOf])).toEqual([
      ['', '👋'],
      ['', '👋'],
      ['👋!', '👋'],
    ]);
  });

  it('show an emoji with its skin tone, and a letter with its accent, as the one character it is', () => {
    const tone = [part(0xf0, 0x9f), part(0x91, 0x8b), part(0xf0, 0x9f, 0x8f), part(0xbd), whole('!')];
    expect(shownTokens(tone).map(({ text, partOf }) => [text, partOf])).toEqual([
      ['', '👋🏽'],
      ['', '👋🏽'],
      ['', '👋🏽'],
      ['👋🏽', '👋🏽'],
      ['!', null],
    ]);
    expect(shownTokens([whole('caf'), whole('e'), whole('\u0301s')]).map(({ text }) => text)).toEqual([
      'caf',
      '',
      'e\u0301s',
    ]);
  });

  it('show the token’s own text where the server tells no bytes', () => {
    expect(shownTokens([{ token: '你', bytes: null, logprob: -1 }])[0]?.text).toBe('你');
  });

  it('do not break at the end of a reply that was cut within a character', () => {
    expect(shownTokens([whole('a'), part(0xf0, 0x9f)]).map(({ text }) => text)).toEqual(['a', '']);
  });
});

describe('stretches', () => {
  const lengths = (texts: readonly string[]) =>
    stretchesOf(shownTokens(texts.map((text) => whole(text)))).map(({ from, tokens }) => [
      from,
      tokens.length,
    ]);
  const words = (count: number) => Array.from({ length: count }, () => ' a');

  it('end with a line, so that no line is broken where none was', () => {
    expect(lengths([...words(200), '.\n', ...words(5)])).toEqual([
      [0, 201],
      [201, 5],
    ]);
  });

  it('hold every token once, however long the line is', () => {
    expect(lengths(words(1000))).toEqual([
      [0, 400],
      [400, 400],
      [800, 200],
    ]);
    expect(lengths([])).toEqual([]);
  });
});

describe('a branch from an alternative', () => {
  const at = (index: number, other: TokenChance, continues = false, text = 'Hi 👋!') =>
    branchText(text, SPLIT, { at: index, other, continues });

  it('begins with the text up to the token, then the other one', () => {
    expect(at(0, chance('Yo'))).toBe('Yo');
    expect(at(3, chance('?'))).toBe('Hi 👋?');
  });

  it('takes another half of a character only where it completes one', () => {
    expect(at(2, { token: '?', bytes: [0x92, 0x8b], logprob: -1 })).toBe('Hi 💋');
    expect(at(2, chance('x'))).toBeNull();
    expect(at(1, { token: '?', bytes: [0xf0, 0x9f], logprob: -1 })).toBeNull();
  });

  it('keeps the text that a continued reply went on from', () => {
    expect(at(3, chance('?'), true, 'Before. Hi 👋!')).toBe('Before. Hi 👋?');
  });

  it('loses no byte order mark that the model wrote', () => {
    const tokens = [whole('\ufeffa'), whole('b')];
    expect(branchText('\ufeffab', tokens, { at: 1, other: chance('c'), continues: false })).toBe('\ufeffac');
  });
});

describe('what is told of a reply', () => {
  it('is perplexity and mean probability of the tokens whose probability is known', () => {
    const summary = summaryOf([whole('a', Math.log(0.5)), whole('b', Math.log(0.125)), whole('c', null)]);
    expect(summary?.tokens).toBe(3);
    expect(summary?.mean).toBeCloseTo(0.3125, 10);
    expect(summary?.perplexity).toBeCloseTo(4, 10);
  });

  it('is nothing where no probability is known, instead of NaN', () => {
    expect(summaryOf([whole('a', null)])).toBeNull();
    expect(summaryOf([])).toBeNull();
  });

  it.each([
    [1, 'sure'],
    [0.9, 'sure'],
    [0.89, 'likely'],
    [0.3, 'open'],
    [0.1, 'doubtful'],
    [0.0999, 'unlikely'],
    [0, 'unlikely'],
    [null, 'unknown'],
  ] as const)('%s is %s', (probability, certainty) => {
    expect(certaintyOf(probability)).toBe(certainty);
  });
});

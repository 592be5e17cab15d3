import { describe, expect, it } from 'vitest';
import {
  BORDER,
  chatFacet,
  EVERY_MESSAGE,
  facetsOf,
  featureFacet,
  modelFacet,
  periodFacets,
  roleFacet,
} from '../../../../main/backstage/search/facets';
import { termsOf } from '../../../../main/backstage/search/terms';
import { findFolded, foldText } from '../../../../preload/contract/fold-text';

const words = (text: string) => termsOf(text).words.map(({ term }) => term);
const variants = (text: string) =>
  termsOf(text).variants.map((terms) => terms.map(({ term }) => term).join(' '));

describe('foldText', () => {
  it('forgets case, width and diacritics, and nothing that is a letter of its own', () => {
    expect(foldText('ÀÉÎõü Straße ΟΔΟΣ ＡＢｃ１')).toBe('aeiou strasse οδοσ abc1');
    expect(foldText('ﾊﾞｽ')).toBe('バス');
    expect(foldText('ガ')).not.toBe(foldText('カ'));
    expect(foldText('한국어')).toBe('한국어');
  });
});

describe('findFolded', () => {
  it('gives the places in the text as it is written, not as it is folded', () => {
    expect(findFolded('Straße STRASSE', 'strasse', 9)).toEqual([
      [0, 6],
      [7, 14],
    ]);
    expect(findFolded('cafe\u0301 CAFÉ', 'café', 9)).toEqual([
      [0, 5],
      [6, 10],
    ]);
    expect(findFolded('ﾊﾞｽ停', 'バス', 9)).toEqual([[0, 3]]);
    expect(findFolded('aaaa', 'aa', 9)).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(findFolded('😀x😀x', 'x', 1)).toEqual([[2, 3]]);
    expect(findFolded('天气……CAFE\u0301，ＡＢ', 'ab', 9)).toEqual([[10, 12]]);
    expect(findFolded('天气……CAFE\u0301', 'é', 9)).toEqual([[7, 9]]);
    expect(findFolded('a…b', '..', 9)).toEqual([[1, 2]]);
  });
});

describe('termsOf', () => {
  it('sets Chinese, Japanese and Korean characters apart, also within other words', () => {
    expect(words('GPT模型，カナ한글')).toEqual(['gpt', '模', '型', 'カ', 'ナ', '한', '글']);
    expect(words('ﾊﾞｽ')).toEqual(['バ', 'ス']);
  });

  it('knows code identifiers by their parts and in one word', () => {
    expect(words('getUserName(MAX_TOKENS)')).toEqual(['getusername', 'max', 'tokens']);
    expect(variants('getUserName(MAX_TOKENS)')).toEqual(['get user name', 'maxtokens']);
    expect(variants('parseHTTPResponse well-known iPhone')).toEqual([
      'parse http response',
      'wellknown',
      'i phone',
    ]);
  });

  it('says where each word stands in the text', () => {
    const text = 'Ünïcode 天 x';
    expect(termsOf(text).words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ünïcode',
      '天',
      'x',
    ]);
  });

  it('cuts what no one types and stays within linear time', () => {
    expect(words('x'.repeat(1_000_000))).toEqual(['x'.repeat(64)]);
    expect(words('\ud800\udc00\ud800 \u0000 \ue000 !?')).toEqual(['𐀀']);
  });
});

describe('periodFacets', () => {
  const day = 86_400_000;
  const facetsAt = (createdAt: number) =>
    facetsOf({ chatSeq: 1, role: 'user', createdAt, models: [], parts: [] });

  it('holds every day of a time, and none beside it, in few terms', () => {
    const times = [
      [Date.UTC(2019, 10, 29), Date.UTC(2031, 1, 3)],
      [Date.UTC(2024, 1, 29), Date.UTC(2024, 2, 1)],
      [Date.UTC(2024, 0, 9), Date.UTC(2024, 0, 21)],
    ] as const;
    for (const [from, to] of times) {
      const facets = new Set(periodFacets(from, to));
      const wrong: string[] = [];
      for (let at = from - 400 * day; at < to + 400 * day; at += day) {
        const isHeld = facetsAt(at + day / 2).some((facet) => facets.has(facet));
        if (isHeld !== (at >= from && at < to)) wrong.push(new Date(at).toISOString());
      }
      expect(wrong).toEqual([]);
    }
    expect(periodFacets(Date.UTC(1971, 1, 2), Date.UTC(2028, 10, 29)).length).toBeLessThan(80);
    expect(periodFacets(0, Date.UTC(2026, 10, 29)).length).toBeLessThan(35);
  });

  it('tells kinds of facts apart, whatever their numbers are', () => {
    const all = [
      EVERY_MESSAGE,
      roleFacet('user'),
      featureFacet('code'),
      chatFacet(1),
      modelFacet('gpt-4o'),
      ...facetsAt(0),
    ];
    expect(new Set(all).size).toBe(new Set([...all, BORDER]).size - 1);
    expect(facetsAt(9e15).join('')).not.toContain('\0');
    expect(chatFacet(6000)).not.toBe(chatFacet(1));
    expect(modelFacet('GPT-4o')).toBe(modelFacet('gpt-4o'));
  });
});

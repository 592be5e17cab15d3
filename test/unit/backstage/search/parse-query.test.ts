import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../main/backstage/search/parse-query';
import { parsePeriod } from '../../../../main/backstage/search/period';

const words = (query: string) =>
  parseQuery(query).words.map(
    ({ text, isPhrase, isExcluded, isPrefix }) =>
      `${isExcluded ? '-' : ''}${isPhrase ? `"${text}"` : text}${isPrefix ? '*' : ''}`,
  );
const conditions = (query: string) =>
  parseQuery(query).filters.map(({ condition, isExcluded }) => ({ ...condition, isExcluded }));
const at = (...date: readonly [number, number, number]) => new Date(date[0], date[1] - 1, date[2]).getTime();

describe('parseQuery', () => {
  it('takes only the word that is being typed for a beginning', () => {
    expect(words('blue wha')).toEqual(['blue', 'wha*']);
    expect(words('blue wha ')).toEqual(['blue', 'wha']);
    expect(words('blu* whale ')).toEqual(['blu*', 'whale']);
  });

  it('reads phrases, also one that is not closed yet, and exclusions', () => {
    expect(words('"blue whale" -red -"deep sea" song')).toEqual([
      '"blue whale"',
      '-red',
      '-"deep sea"',
      'song*',
    ]);
    expect(words('"blue wha')).toEqual(['"blue wha"*']);
    expect(words('"blue whale"')).toEqual(['"blue whale"']);
    expect(words('“blue whale” 「天气」')).toEqual(['"blue whale"', '"天气"']);
  });

  it('reads operators in any case, at any place, quoted or from a full-width keyboard', () => {
    expect(conditions('ROLE:user model:"gpt 4" x in:this has：code')).toEqual([
      { kind: 'role', role: 'user', isExcluded: false },
      { kind: 'model', model: 'gpt 4', isExcluded: false },
      { kind: 'in', title: null, isExcluded: false },
      { kind: 'has', feature: 'code', isExcluded: false },
    ]);
    expect(conditions('-role:assistant')).toEqual([{ kind: 'role', role: 'assistant', isExcluded: true }]);
  });

  it('asks for nothing while an operator is half typed, and for what it may become', () => {
    for (const query of ['role:', 'model:', 'before:', 'before:20', 'after:2026-0', 'in:', 'after:tod']) {
      expect({ query, ...parseQuery(query) }).toEqual({ query, words: [], filters: [], unknown: [] });
    }
    expect(conditions('role:ass')).toEqual([{ kind: 'role', role: 'assistant', isExcluded: false }]);
    expect(conditions('has:images')).toEqual([{ kind: 'has', feature: 'image', isExcluded: false }]);
  });

  it('finds nothing for what no message can be, and takes what is no operator for words', () => {
    expect(conditions('role:nobody before:2026-13 has:wings').map(({ kind }) => kind)).toEqual([
      'never',
      'never',
      'never',
    ]);
    expect(parseQuery('heron role:nobody -has:wings before:2026').unknown).toEqual([
      'role:nobody',
      '-has:wings',
    ]);
    expect(words('https://example.com note:this ')).toEqual(['https://example.com', 'note:this']);
  });
});

describe('parsePeriod', () => {
  it('takes years, months and days in local time, the day after the last one included in none', () => {
    expect(parsePeriod('2026')).toEqual({ from: at(2026, 1, 1), to: at(2027, 1, 1) });
    expect(parsePeriod('2026-12')).toEqual({ from: at(2026, 12, 1), to: at(2027, 1, 1) });
    expect(parsePeriod('2026/2/28')).toEqual({ from: at(2026, 2, 28), to: at(2026, 3, 1) });
    expect(parsePeriod('2026-02-30')).toBeNull();
    expect(parsePeriod('soon')).toBeNull();
    const now = new Date(2026, 2, 1, 15);
    expect(parsePeriod('yesterday', now)).toEqual({ from: at(2026, 2, 28), to: at(2026, 3, 1) });
    expect(parsePeriod('2025-3', now)).toEqual({ from: at(2025, 3, 1), to: at(2025, 4, 1) });
  });

  it('knows months and years by their names, in either language, and waits for the end of a name', () => {
    const now = new Date(2026, 0, 31, 15);
    expect(parsePeriod('last-month', now)).toEqual({ from: at(2025, 12, 1), to: at(2026, 1, 1) });
    expect(parsePeriod('Last Year', now)).toEqual({ from: at(2025, 1, 1), to: at(2026, 1, 1) });
    expect(parsePeriod('去年', now)).toEqual(parsePeriod('lastyear', now));
    expect(parsePeriod('本月', now)).toEqual({ from: at(2026, 1, 1), to: at(2026, 2, 1) });
    expect(parsePeriod('昨天', now)).toEqual({ from: at(2026, 1, 30), to: at(2026, 1, 31) });
    expect(parsePeriod('last', now)).toBe('halfTyped');
    expect(parsePeriod('上个', now)).toBe('halfTyped');
    expect(parsePeriod('明年', now)).toBeNull();
  });
});

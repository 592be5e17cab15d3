import { describe, expect, it } from 'vitest';
import type { SearchPage } from '../../../../preload/contract/search';
import type { Driver } from '../support';
import { openFilled, search, shown } from './support';

const filler = (count: number, text = 'a heron was seen, then the tide came in over the mud') =>
  Array.from({ length: count }, (_, index) => `${text} ${index}`);

const firstTexts = async (driver: Driver, query: string, count: number) => {
  const { hits } = await search(driver, query, { order: 'best' });
  return hits
    .filter(({ byTitle }) => !byTitle)
    .slice(0, count)
    .map(shown);
};

describe('best first', () => {
  it('ranks every match of a few hundred, however old', async () => {
    const driver = await openFilled({ Birds: ['heron, heron and once more a heron', ...filler(230)] });
    expect(await firstTexts(driver, 'heron ', 1)).toEqual(['heron, heron and once more a heron']);
    expect((await search(driver, 'heron ', { order: 'best' })).rankedOnly).toBeNull();
  });

  it('of very many finds the oldest that has the words side by side, and says how many it ranked', async () => {
    const driver = await openFilled({
      Birds: [
        'the grey heron stands in the reeds',
        ...filler(2000, 'a heron under clouds and a sky so very, very, very grey'),
      ],
    });
    expect(await firstTexts(driver, 'grey heron ', 1)).toEqual(['the grey heron stands in the reeds']);
    const { rankedOnly } = await search(driver, 'grey heron ', { order: 'best' });
    expect(rankedOnly).toBeGreaterThan(150);
    expect(rankedOnly).toBeLessThan(2000);
    expect((await search(driver, 'grey heron ')).rankedOnly).toBeNull();
  });

  it('of very many finds what stands in an old chat whose title has the word', async () => {
    const driver = await openFilled({ 'On the heron': ['of a heron', 'heron notes'], Mud: filler(1000) });
    expect(await firstTexts(driver, 'heron ', 9)).toContain('of a heron');
    const { hits } = await search(driver, 'heron ', { order: 'best' });
    expect(hits.filter(({ byTitle }) => byTitle).map(({ title }) => title.text)).toEqual(['On the heron']);
  });

  it('of very many takes some of every period, and gives each once through all pages', async () => {
    const driver = await openFilled({ Mud: filler(1000) });
    const texts: string[] = [];
    let cursor: number | null = null;
    let ranked: number | null = null;
    do {
      const page: SearchPage = await search(driver, 'heron ', { order: 'best', cursor });
      texts.push(...page.hits.map(shown));
      ({ cursor, rankedOnly: ranked } = page);
    } while (cursor !== null);
    expect(texts).toHaveLength(ranked ?? 0);
    expect(new Set(texts).size).toBe(texts.length);
    const hundreds = new Set(texts.map((text) => Math.floor(Number(/\d+$/.exec(text)?.[0]) / 200)));
    expect(hundreds.size).toBe(5);
  });

  it('without words lists all that the operators allow, the newest first', async () => {
    const driver = await openFilled({ Mud: filler(400) });
    const { rankedOnly, hits, cursor } = await search(driver, 'role:user', { order: 'best' });
    expect(rankedOnly).toBeNull();
    expect(hits.map(shown)).toEqual((await search(driver, 'role:user')).hits.map(shown));
    expect(cursor).not.toBeNull();
  });

  it('ranks fewer where common words seldom stand together, the newest and some of every period', async () => {
    const texts = filler(8000, 'tide came over mud in grey').map((text, at) =>
      at % 200 === 0 ? text.replace('came over mud', 'mud over came') : text,
    );
    const driver = await openFilled({ Shore: texts });
    const { rankedOnly } = await search(driver, '"mud over came"', { order: 'best' });
    expect(rankedOnly).toBeGreaterThanOrEqual(30);
    expect(rankedOnly).toBeLessThan(50);
    const { rankedOnly: ofOften } = await search(driver, '"came over mud"', { order: 'best' });
    expect(ofOften).toBeGreaterThan(140);
  });

  it('ranks all where one word is rare, however far apart its messages are', async () => {
    const texts = filler(8000).map((text, at) => (at % 50 === 0 ? `${text} ibis` : text));
    const driver = await openFilled({ Shore: texts });
    const { rankedOnly, hits } = await search(driver, 'tide ibis ', { order: 'best' });
    expect(hits.length).toBeGreaterThan(0);
    expect(rankedOnly).toBeNull();
  });
});

import type { Needle } from './needles';
import { rangesOf } from './needles';
import { termsOf } from './terms';

/** Of a longer message only the beginning counts. */
const READ = 3000;
/** A message of so many words is of ordinary length. */
const ORDINARY = 120;
/** BM25's own constants, as Lucene and FTS5 have them. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const SIDE_BY_SIDE = 2;
const TITLE = 1;

/** Stretches that begin at most so far after the end of the one before are side by side. */
const GAP = 3;

const neighbours = (ranges: readonly (readonly (readonly [number, number])[])[]): boolean => {
  const [first = [], ...rest] = ranges;
  return first.some(([, end]) => {
    let at = end;
    return rest.every((next) => {
      const follows = next.find(([start]) => start >= at && start - at <= GAP);
      if (follows !== undefined) at = follows[1];
      return follows !== undefined;
    });
  });
};

/**
 * How well a message fits what is looked for: how often it has each word (more counts less and less, and less in a long
 * text), whether the words stand side by side, whether the chat's title has them. Every word stands in every candidate,
 * so how rare a word is makes no difference.
 */
export const scoreOf = (text: string, title: string, needles: readonly Needle[]): number => {
  const terms = termsOf(text.slice(0, READ));
  const ranges = needles.map((needle) => rangesOf(terms, needle));
  const length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (terms.words.length / ORDINARY);
  const often = ranges.reduce((sum, { length: count }) => {
    const once = Math.min(count, 50);
    return sum + (once * (SATURATION + 1)) / (once + SATURATION * length);
  }, 0);
  const titleTerms = termsOf(title);
  const titled = needles.filter((needle) => rangesOf(titleTerms, needle).length > 0).length;
  const together = needles.length > 1 && neighbours(ranges) ? SIDE_BY_SIDE : 0;
  return often / Math.max(needles.length, 1) + together + (TITLE * titled) / Math.max(needles.length, 1);
};

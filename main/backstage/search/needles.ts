import type { TextRange } from '../../../preload/contract/fold-text';
import type { ParsedQuery, QueryWord } from './parse-query';
import type { Term, TextTerms } from './terms';
import { isUnspaced, termsOf } from './terms';

/** Terms that stand side by side; with `isPrefix` the last may go on. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly isPrefix: boolean;
}

/** One thing that is looked for, in every way that it may be written. */
export type Needle = readonly Phrase[];

/** What a query looks for and what it excludes. */
export interface Needles {
  readonly wanted: readonly Needle[];
  readonly excluded: readonly Needle[];
}

/** A longer phrase is a pasted text; its beginning finds it. */
const MAX_PHRASE = 64;

const phraseOf = (terms: readonly Term[], isPrefix: boolean): Phrase => {
  const names = terms.slice(0, MAX_PHRASE).map(({ term }) => term);
  const last = names.at(-1) ?? '';
  // One letter begins too much; and it would be looked for in all terms, since the index knows two and three.
  const canGoOn = terms.length <= MAX_PHRASE && [...last].length > 1 && !isUnspaced(last);
  return { terms: names, isPrefix: isPrefix && canGoOn };
};

const needleOf = ({ text, isPhrase, isPrefix }: QueryWord): Needle => {
  const { words, variants } = termsOf(text);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const whole = variants.filter(
    (variant) => variant[0]?.start === first.start && variant.at(-1)?.end === last.end,
  );
  const ways = isPhrase ? [words] : [words, ...whole];
  // `word"` and `word,` are ended words.
  const goesOn = isPrefix && last.end === text.length;
  return ways.map((terms) => phraseOf(terms, goesOn));
};

/** What the words of a query look for; words without a letter or digit look for nothing. */
export const needlesOf = ({ words }: Pick<ParsedQuery, 'words'>): Needles => {
  const of = (isExcluded: boolean) =>
    words
      .filter((word) => word.isExcluded === isExcluded)
      .map(needleOf)
      .filter((needle) => needle.length > 0);
  return { wanted: of(false), excluded: of(true) };
};

const standsAt = (terms: readonly Term[], at: number, phrase: Phrase): boolean =>
  phrase.terms.every((wanted, index) => {
    const found = terms[at + index]?.term;
    const goesOn = phrase.isPrefix && index === phrase.terms.length - 1;
    return found !== undefined && (found === wanted || (goesOn && found.startsWith(wanted)));
  });

const rangesIn = (terms: readonly Term[], phrase: Phrase): readonly TextRange[] => {
  const found: TextRange[] = [];
  for (const [at, first] of terms.entries()) {
    if (!standsAt(terms, at, phrase)) continue;
    found.push([first.start, terms[at + phrase.terms.length - 1]?.end ?? first.end]);
  }
  return found;
};

/**
 * Where a needle stands in a text, in no order; a stretch may come twice. What stands there as it is written counts before
 * what is found another way: of `light-footed` only `light`.
 */
export const rangesOf = ({ words, variants }: TextTerms, needle: Needle): readonly TextRange[] => {
  const written = needle.flatMap((phrase) => rangesIn(words, phrase));
  const others = needle.flatMap((phrase) => variants.flatMap((terms) => rangesIn(terms, phrase)));
  const isNew = ([start, end]: TextRange) => !written.some(([from, to]) => from < end && start < to);
  return [...written, ...others.filter(isNew)];
};

/** Stretches in order, those that touch or overlap made one. */
export const united = (ranges: readonly TextRange[]): readonly TextRange[] => {
  const result: TextRange[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
};

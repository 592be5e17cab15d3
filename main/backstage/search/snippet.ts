import type { TextRange } from '../../../preload/contract/fold-text';
import type { MarkedText } from '../../../preload/contract/search';
import type { Needle } from './needles';
import { rangesOf, united } from './needles';
import { termsOf } from './terms';

/** Length of a snippet, and of what stands before its first mark, in UTF-16 code units. */
const LENGTH = 180;
const LEAD = 40;
/** Of a longer text only so much is looked through for a snippet. */
const MAX_LOOKED_THROUGH = 400_000;
const WINDOW = 16_000;
const MAX_FOUND = 20;

/** What a text has of what is looked for. */
export interface Found {
  readonly snippet: MarkedText;
  /** The distinct stretches that were found, as they are written. */
  readonly found: readonly string[];
}

const marksIn = (text: string, needles: readonly Needle[]): readonly TextRange[] => {
  const terms = termsOf(text);
  return united(needles.flatMap((needle) => rangesOf(terms, needle)));
};

/** The marks of the first stretch of the text (cut where a word ends) that has any. */
const firstMarks = (text: string, needles: readonly Needle[]): readonly TextRange[] => {
  for (let at = 0; at < Math.min(text.length, MAX_LOOKED_THROUGH); ) {
    const border = text.slice(at + WINDOW, at + WINDOW + 200).search(/\s/);
    const end = at + WINDOW + Math.max(border, 0);
    const marks = marksIn(text.slice(at, end), needles);
    if (marks.length > 0) return marks.map(([from, to]) => [from + at, to + at]);
    at = end;
  }
  return [];
};

/** The mark whose neighbourhood holds the most of them. */
const densest = (marks: readonly TextRange[]): TextRange | undefined => {
  let best = marks[0];
  let most = 0;
  for (const [index, mark] of marks.entries()) {
    let count = 0;
    while ((marks[index + count]?.[1] ?? Number.POSITIVE_INFINITY) <= mark[0] + LENGTH - LEAD) count += 1;
    if (count > most) {
      most = count;
      best = mark;
    }
  }
  return best;
};

/** Near `at` the place after a space, so that no word is cut; never within a character. */
const wordStart = (text: string, at: number): number => {
  if (at <= 0) return 0;
  const space = text.slice(at, at + LEAD / 2).search(/\s\S/);
  if (space !== -1) return at + space + 1;
  return /[\udc00-\udfff\p{M}]/u.test(text[at] ?? '') ? at + 1 : at;
};

const cut = (text: string, from: number, marks: readonly TextRange[]): MarkedText => {
  const to = Math.min(text.length, from + LENGTH);
  const end = /[\ud800-\udbff]/.test(text[to - 1] ?? '') ? to - 1 : to;
  const lead = from > LENGTH || text.slice(0, from).trim() !== '' ? '…' : '';
  const shift = lead.length - from;
  return {
    // One sign for one, so that the marks stay where they are.
    text: `${lead}${text.slice(from, end).replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter(([start, stop]) => stop > from && start < end)
      .map(([start, stop]) => [Math.max(start, from) + shift, Math.min(stop, end) + shift] as const),
  };
};

/** Where the snippet begins: at the text's first sign, or a little before the mark. */
const startOf = (text: string, mark: TextRange | undefined): number => {
  const begin = Math.max(text.slice(0, LENGTH).search(/\S/), 0);
  const wanted = mark === undefined ? begin : mark[0] - LEAD;
  return wanted <= begin ? begin : wordStart(text, wanted);
};

/** A short stretch of the text around what was found, or its beginning. */
export const findSnippet = (text: string, needles: readonly Needle[]): Found => {
  const marks = firstMarks(text, needles);
  return {
    snippet: cut(text, startOf(text, densest(marks)), marks),
    found: [...new Set(marks.map(([from, to]) => text.slice(from, to)))].slice(0, MAX_FOUND),
  };
};

/** A whole short text with what was found in it. */
export const markAll = (text: string, needles: readonly Needle[]): MarkedText => ({
  text,
  marks: marksIn(text, needles),
});

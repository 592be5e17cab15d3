import type { TextRange } from '../../../preload/contract/fold-text';
import type { MarkedText } from '../../../preload/contract/search';
import { markupIn } from './markup';
import type { Needle } from './needles';
import { rangesOf, united } from './needles';
import { termsOf } from './terms';

/** Length of a snippet, and of what stands before its first mark (two narrow lines show it), in UTF-16 code units. */
const LENGTH = 180;
const LEAD = 30;
/** How far from there the begin and end of a line are looked for: signs come in pairs within a line. */
const REACH = 240;
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

/** A stretch as it reads: without Markdown's signs, on one line. Marks keep their places. */
interface Plain extends MarkedText {
  /** Whether the text has more before it, and after it. */
  readonly isBegun: boolean;
  readonly goesOn: boolean;
}

/** Signs that are looked for, or that hold what is, stay. */
const removable = (marks: readonly TextRange[]) => {
  const keeps = ([start, end]: TextRange) =>
    marks.some(([from, to]) => start < to && from < end && !(from < start && end < to));
  return (signs: readonly TextRange[]): boolean => !signs.some(keeps);
};

/** @param from where a line begins, or a part of a very long one */
const readPlain = (text: string, from: number, to: number, marks: readonly TextRange[]): Plain => {
  const removed = new Uint8Array(to - from);
  for (const [start, end] of markupIn(text, from, to).filter(removable(marks)).flat())
    removed.fill(1, Math.max(start - from, 0), Math.max(end - from, 0));
  const places: number[] = [];
  let plain = '';
  for (let at = from; at < to; at += 1) {
    places.push(plain.length);
    const sign = /\s/.test(text.charAt(at)) ? ' ' : text.charAt(at);
    if (removed[at - from] === 0 && (sign !== ' ' || (plain !== '' && !plain.endsWith(' ')))) plain += sign;
  }
  places.push(plain.length);
  const placeOf = (at: number) => places[Math.min(Math.max(at - from, 0), to - from)] ?? plain.length;
  return {
    text: plain,
    marks: marks
      .map(([start, end]) => [placeOf(start), placeOf(end)] as const)
      .filter(([start, end]) => start < end),
    isBegun: text.slice(0, from).trim() !== '',
    goesOn: text.slice(to, to + LENGTH).trim() !== '',
  };
};

const cut = ({ text, marks, isBegun, goesOn }: Plain, from: number): MarkedText => {
  const to = Math.min(text.length, from + LENGTH);
  const end = /[\ud800-\udbff]/.test(text[to - 1] ?? '') ? to - 1 : to;
  const lead = isBegun || from > 0 ? '…' : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${text.slice(from, end).trimEnd()}${goesOn || end < text.length ? '…' : ''}`,
    marks: marks
      .filter(([start, stop]) => stop > from && start < end)
      .map(([start, stop]) => [Math.max(start, from) + shift, Math.min(stop, end) + shift] as const),
  };
};

/** Where the line of `at` begins and where the one of `to` ends; of very long lines a part. */
const linesAround = (text: string, at: number, to: number): TextRange => {
  const before = Math.max(at - REACH, 0);
  const begin = text.slice(before, at).lastIndexOf('\n');
  const end = text.slice(to, to + REACH).indexOf('\n');
  const start = begin === -1 ? before : before + begin + 1;
  return [start, Math.min(end === -1 ? to + REACH : to + end, text.length)];
};

const around = (text: string, marks: readonly TextRange[]): MarkedText => {
  const mark = densest(marks);
  const at = mark?.[0] ?? Math.max(text.slice(0, REACH).search(/\S/), 0);
  const [from, to] = linesAround(text, Math.max(at - LEAD, 0), at + 2 * LENGTH);
  const plain = readPlain(text, from, to, marks);
  const place = densest(plain.marks)?.[0] ?? 0;
  return cut(plain, place <= LEAD ? 0 : wordStart(plain.text, place - LEAD));
};

/** A short stretch of the text around what was found, or its beginning. */
export const findSnippet = (text: string, needles: readonly Needle[]): Found => {
  const marks = firstMarks(text, needles);
  return {
    snippet: around(text, marks),
    found: [...new Set(marks.map(([from, to]) => text.slice(from, to)))].slice(0, MAX_FOUND),
  };
};

/** A whole short text with what was found in it. */
export const markAll = (text: string, needles: readonly Needle[]): MarkedText => ({
  text,
  marks: marksIn(text, needles),
});

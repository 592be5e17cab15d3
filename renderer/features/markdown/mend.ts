import { UNFINISHED } from './formulas';
import { mendInline } from './mend-inline';

/* What may become the beginning of a list, a heading, a rule, a fence, a table's second line or a formula. */
const UNDECIDED =
  /(?:^|\n)[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:[-*+_=]{1,3}|\d{1,9}[.)]?|#{1,6}|`{1,3}|~{1,3}|\$\$?|\\[[(]?|\[[ xX]?|!|<b?r?\s*\/?|>|\|)?[ \t]*$/;

const isOpenFence = (source: string): boolean => {
  let open: string | null = null;
  for (const [, mark = ''] of source.matchAll(
    /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})[^`\n]*$/gm,
  )) {
    if (open === null) open = mark;
    else if (mark[0] === open[0] && mark.length >= open.length) open = null;
  }
  return open !== null;
};

const cellCount = (row: string): number =>
  row
    .replace(/\\./g, '')
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|').length;

const isRow = (line: string | undefined): boolean => line !== undefined && /^ {0,3}\|/.test(line);

/** A head of a table gets its second line before that is written. */
const mendTable = (source: string): string | null => {
  const lines = source.split('\n');
  const underHead = isRow(lines.at(-2)) && /^[ \t|:-]*$/.test(lines.at(-1) ?? '') && !isRow(lines.at(-3));
  const at = underHead ? lines.length - 2 : lines.length - 1;
  const head = lines[at] ?? '';
  if (!isRow(head) || isRow(lines[at - 1])) return null;
  const before = lines.slice(0, at).map((line) => `${line}\n`);
  if (!/\|.*\|/.test(head)) return before.join('');
  return `${before.join('')}${mendInline(head)}\n${'|---'.repeat(cellCount(head))}|`;
};

/** Where the paragraph, or the cell, begins that a text ends in. */
const lastParagraph = (source: string): number => {
  const breaks = [
    ...source.matchAll(/\n[ \t>]*\n|\n(?=[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t])|\n(?=[ \t]*\|)|\|(?=[^|]*$)/g),
  ];
  const last = breaks.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
};

/** A formula on lines of its own that has not ended is shown as it is written, until it has. */
const endFormula = (source: string): string | null => {
  let open: { readonly mark: string; readonly from: number } | null = null;
  for (const { 0: mark, index } of source.matchAll(/\$\$|(?<!\\)\\[[\]]/g)) {
    if (open === null) open = mark === '\\]' ? null : { mark, from: index };
    else if (mark === (open.mark === '$$' ? '$$' : '\\]')) open = null;
  }
  if (open === null || !/(?:^|\n)[ \t>]*$/.test(source.slice(0, open.from))) return null;
  const tex = source.slice(open.from + 2).replace(/[$\\]$/, '');
  const before = source.slice(0, open.from);
  return tex.trim() === '' ? before : `${before}$$${UNFINISHED}${tex}$$`;
};

/**
 * A block of Markdown that still grows, with what is half written ended or left out, so that it looks as it will: no
 * marks that become formatting, no addresses of links, no line that is not yet known to be text.
 */
export const mend = (source: string): string => {
  if (isOpenFence(source)) return source.replace(/\n[ \t>]*[`~]{1,3}$/, '');
  const table = mendTable(source);
  if (table !== null) return table;
  const withFormula = endFormula(source);
  if (withFormula !== null) return withFormula;
  const decided = source.replace(UNDECIDED, '');
  const from = lastParagraph(decided);
  return decided.slice(0, from) + mendInline(decided.slice(from));
};

/** What a line of Markdown can begin, as CommonMark 0.31 says (https://spec.commonmark.org/0.31.2/). */

/** One line of a text, without its end. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** Where the next line starts, or the text ends. */
  readonly next: number;
  /** False for a last line that may still grow. */
  readonly complete: boolean;
}

/** The line of `text` that starts at `start`. */
export const lineAt = (text: string, start: number): Line => {
  const end = text.indexOf('\n', start);
  return end === -1
    ? { text: text.slice(start), start, next: text.length, complete: false }
    : { text: text.slice(start, end), start, next: end + 1, complete: true };
};

export const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

/** Width of the white space that a line begins with, in columns; a tab goes to the next multiple of four. */
export const indentOf = (line: string): number => {
  let width = 0;
  for (const char of line) {
    if (char === ' ') width += 1;
    else if (char === '\t') width += 4 - (width % 4);
    else break;
  }
  return width;
};

/** How a fence of code was opened. */
export interface Fence {
  readonly mark: string;
  readonly indent: number;
  readonly language: string;
}

/** The fence that a line opens, or null. */
export const openedFence = (line: string): Fence | null => {
  const match = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(\S*)/.exec(line);
  const [, indent = '', mark = '', language = ''] = match ?? [];
  return match === null
    ? null
    : { mark, indent: indent.length, language: language.replace(/\\([!-/:-@[-`{-~])/g, '$1') };
};

/** Whether a line closes the fence. */
export const closesFence = (line: string, { mark }: Fence): boolean => {
  const run = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? '';
  return run.length >= mark.length && run[0] === mark[0];
};

const isRule = (line: string): boolean =>
  /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line);

/** The beginning of a list item. */
export interface ItemStart {
  /** What items of one list share: "-", "*", "+", "." or ")". */
  readonly kind: string;
  /** Width of what stands before the item's content, in columns. */
  readonly offset: number;
  readonly indent: number;
  readonly empty: boolean;
  /** The number of an ordered item; null for a bullet. */
  readonly number: number | null;
}

/** The list item that a line begins, or null. */
export const openedItem = (line: string): ItemStart | null => {
  const match = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))(?:([ \t]+)(.*))?$/.exec(line);
  if (match === null || isRule(line)) return null;
  const [, space = '', bullet, digits = '', delimiter = '', gap = '', content = ''] = match;
  const indent = indentOf(space);
  const marked = indent + (bullet === undefined ? digits.length + 1 : 1);
  const empty = content.trim() === '';
  const gapWidth = empty || gap.length > 4 ? 1 : indentOf(gap);
  return {
    kind: bullet ?? delimiter,
    offset: marked + gapWidth,
    indent,
    empty,
    number: bullet === undefined ? Number(digits) : null,
  };
};

/** Whether an item can begin right under a line of text. */
export const breaksParagraph = ({ empty, number, indent }: ItemStart): boolean =>
  indent < 4 && !empty && (number === null || number === 1);

export const isHeading = (line: string): boolean => /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line);
export const isQuote = (line: string): boolean => /^ {0,3}>/.test(line);

/** A line under the head of a table. */
const isDelimiterRow = (line: string): boolean =>
  /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(line) && line.includes('|');

const cellsOf = (row: string): number =>
  row
    .replace(/\\./g, '')
    .replace(/^[ \t]*\|/, '')
    .replace(/\|[ \t]*$/, '')
    .split('|').length;

/** Whether the two lines begin a table. */
export const opensTable = (head: string, delimiter: string): boolean =>
  head.includes('|') &&
  isDelimiterRow(delimiter) &&
  indentOf(head) < 4 &&
  cellsOf(head) === cellsOf(delimiter);

/** A line that cannot be a row, as it begins something else. */
export const endsTable = (line: string): boolean => /^(?: {4}|\t| {0,3}(?:[>#`~*+<$\\-]|\d+[.)]))/.test(line);

/** Label of the footnote that a line begins to explain, or null. */
export const openedNote = (line: string): { readonly label: string; readonly width: number } | null => {
  const match = /^ {0,3}\[\^([^\s[\]]+)\]:[ \t]*/.exec(line);
  return match === null ? null : { label: match[1] ?? '', width: match[0].length };
};

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/* The seven ways in which a block of raw HTML can begin, and what ends it; the last two end at an empty line. */
const HTML_BLOCKS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^ {0,3}</?(?:${BLOCK_TAGS})(?:\\s|/?>|$)`, 'i'), /^[ \t]*$/],
];
const ANY_TAG =
  /^ {0,3}(?:<[A-Za-z][\w-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[A-Za-z][\w-]*\s*>)[ \t]*$/;

/** What ends the raw HTML that a line begins; null where it begins none. `fresh`: no line of text stands before it. */
export const openedHtml = (line: string, fresh: boolean): RegExp | null => {
  if (!/^ {0,3}</.test(line)) return null;
  const found = HTML_BLOCKS.find(([start]) => start.test(line));
  if (found !== undefined) return found[1];
  return fresh && ANY_TAG.test(line) ? /^[ \t]*$/ : null;
};

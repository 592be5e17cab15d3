import { isEscapedWord } from './display-math';

/** A formula that was taken out of a text. */
export interface Formula {
  readonly tex: string;
  /** True for one that stands on lines of its own. */
  readonly display: boolean;
  /** As it was written. */
  readonly source: string;
}

/** A text whose formulas are replaced by marks that Markdown takes for letters. */
export interface TextWithFormulas {
  readonly text: string;
  readonly formulas: readonly Formula[];
}

/* Letters for private use, which no text has a meaning for. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
/** Begins the source of a formula that is still being written. */
export const UNFINISHED = '\uE002';
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** Lengths in UTF-16 code units: a lone mark must neither take in the rest of a text nor be searched for in all of it. */
const LONGEST_INLINE = 1000;
const LONGEST_DISPLAY = 8000;

const looksLikeTex = (tex: string): boolean => /[\\^_={}+<>|]/.test(tex) && /[\p{L}\d]/u.test(tex);

/** "$5 million or 10$", "$5，或者$": an amount and then words. Nor is Chinese without any sign of TeX a formula. */
const isPrice = (tex: string): boolean =>
  !/[\\^_={}]/.test(tex) &&
  (/^\d[\d.,]*[kKmMbB]?[\s,;)]+\p{L}{2,}/u.test(tex) ||
    /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(tex));

interface Found {
  readonly tex: string;
  readonly display: boolean;
  readonly end: number;
}

const between = (
  text: string,
  start: number,
  close: string,
  [longest, display]: readonly [number, boolean],
): Found | null => {
  const at = text.slice(start, start + longest).indexOf(close);
  const tex = at < 1 ? '' : text.slice(start, start + at);
  if (tex.trim() === '' || (!display && /\n[ \t]*\n/.test(tex))) return null;
  return { tex, display, end: start + at + close.length };
};

const startsLine = (text: string, at: number): boolean =>
  /(?:^|\n)[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(text.slice(Math.max(0, at - 80), at));

const atBackslash = (text: string, at: number): Found | null => {
  if (text[at + 1] === '(') return between(text, at + 2, '\\)', [LONGEST_INLINE, false]);
  if (text[at + 1] !== '[') return null;
  const found = between(text, at + 2, '\\]', [LONGEST_DISPLAY, true]);
  if (found === null || isEscapedWord(found.tex) || text[found.end] === '(') return null;
  return startsLine(text, at) || looksLikeTex(found.tex) ? found : null;
};

const INLINE_DOLLARS = /\$(?![\s$])((?:[^$\\\n]|\\[^\n]|\n(?![ \t]*\n))*?[^\s\\$]|\\[^\s])\$(?!\d)/y;

const atDollar = (text: string, at: number): Found | null => {
  if (text[at + 1] === '$') return between(text, at + 2, '$$', [LONGEST_DISPLAY, true]);
  const before = text.slice(Math.max(0, at - 100), at);
  if (/[A-Za-z0-9$]$|https?:\/\/\S*$/.test(before)) return null;
  INLINE_DOLLARS.lastIndex = 0;
  const match = INLINE_DOLLARS.exec(text.slice(at, at + LONGEST_INLINE));
  const tex = match?.[1] ?? '';
  return match === null || isPrice(tex) ? null : { tex, display: false, end: at + match[0].length };
};

/** Where the code ends that begins with the back quotes at `at`, or where they end if they begin none. */
const endOfCode = (text: string, at: number): number => {
  const run = /^`+/.exec(text.slice(at, at + 100))?.[0] ?? '`';
  for (let from = at + run.length; ; ) {
    const next = text.indexOf(run, from);
    if (next === -1) return run.length >= 3 && startsLine(text, at) ? text.length : at + run.length;
    const length = /^`+/.exec(text.slice(next, next + 100))?.[0].length ?? run.length;
    if (length === run.length) return next + length;
    from = next + length;
  }
};

const withoutQuoteMarks = (text: string, at: number, tex: string): string => {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^[ \t]*>/.test(line) ? tex.replace(/\n[ \t]*>+[ \t]?/g, '\n') : tex;
};

/**
 * Takes formulas out of a block of Markdown: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, outside code. Prices stay: an opening
 * "$" has no space after it, a closing one no space before it and no digit after it (the rule of Pandoc,
 * https://pandoc.org/MANUAL.html#math), and an amount followed by words is none.
 */
export const takeFormulas = (source: string): TextWithFormulas => {
  if (!/[$]|\\[([]/.test(source) || source.includes(OPEN)) return { text: source, formulas: [] };
  const formulas: Formula[] = [];
  const special = /[`$\\]/g;
  let text = '';
  let copied = 0;
  for (let match = special.exec(source); match !== null; match = special.exec(source)) {
    const at = match.index;
    if (match[0] === '`') special.lastIndex = endOfCode(source, at);
    else {
      const found = match[0] === '$' ? atDollar(source, at) : atBackslash(source, at);
      // What follows a backslash is escaped; of "$$" that opens nothing, neither is looked at again.
      if (found === null) special.lastIndex = at + (match[0] === '\\' || source[at + 1] === '$' ? 2 : 1);
      else {
        const tex = withoutQuoteMarks(source, at, found.tex);
        text += `${source.slice(copied, at)}${OPEN}${formulas.length}${CLOSE}`;
        formulas.push({ tex, display: found.display, source: source.slice(at, found.end) });
        copied = found.end;
        special.lastIndex = found.end;
      }
    }
  }
  return { text: text + source.slice(copied), formulas };
};

/** Cuts a text at its marks: text and formulas in turn. */
export const splitAtFormulas = (text: string, formulas: readonly Formula[]): readonly (string | Formula)[] =>
  text.split(MARK).flatMap((part, index): readonly (string | Formula)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    const formula = formulas[Number(part)];
    return formula === undefined ? [] : [formula];
  });

/** Puts formulas back as they were written. */
export const putFormulasBack = (text: string, formulas: readonly Formula[]): string =>
  text.replace(MARK, (_mark, index: string) => formulas[Number(index)]?.source ?? '');

/** Puts back what turned out not to be a formula but an address or its title, in which a backslash escapes. */
export const putEscapesBack = (text: string, formulas: readonly Formula[]): string =>
  text.replace(MARK, (_mark, index: string) =>
    (formulas[Number(index)]?.source ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );

import { lineAt } from './lines';

/** Lines a formula of its own may have: a lone mark must not take in the rest of a text. */
const LONGEST_FORMULA = 100;

/** True for what is between brackets that are only escaped: "\[1\]". */
export const isEscapedWord = (tex: string): boolean => /^[^\s\\^_={}+]+$/.test(tex);

/**
 * Where the formula ends that begins with the line at `start` and has its lines to itself: the start of the next line;
 * 'open' when its end is not there yet; null when no formula begins there.
 */
export const endOfDisplayMath = (text: string, start: number): number | 'open' | null => {
  const first = lineAt(text, start);
  const mark = /^ {0,3}(\$\$|\\\[)/.exec(first.text);
  if (mark === null) return null;
  const close = mark[1] === '$$' ? '$$' : '\\]';
  let line = first;
  let from = mark[0].length;
  for (let count = 0; count < LONGEST_FORMULA; count += 1) {
    const at = line.text.indexOf(close, from);
    const tex = line.text.slice(from, at);
    if (at !== -1 && from > 0 && close !== '$$' && isEscapedWord(tex)) return null;
    if (at !== -1) return line.text.slice(at + 2).trim() === '' ? line.next : null;
    if (line.next >= text.length) return 'open';
    line = lineAt(text, line.next);
    from = 0;
  }
  return null;
};

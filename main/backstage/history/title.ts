const MAX_CHARACTERS = 60;
/** The longest title in UTF-16 code units, as the contract's `chatTitle`: one character may take dozens of them. */
const MAX_LENGTH = 300;

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One line without control characters, lone surrogates (SQLite cannot hold them) or space at the ends. */
export const cleanTitle = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();

const firstLine = (text: string): string => {
  const begin = text.search(/\S/u);
  // Far more than a title holds; the rest of a 5 MB line need not be looked at.
  const [line] = text.slice(begin, begin + 10 * MAX_LENGTH).split(/[\r\n]/u, 1);
  return cleanTitle(line ?? '');
};

/**
 * The title of a chat that begins with this text: its first line with anything on it, at most 60 user-perceived
 * characters (grapheme clusters) and 300 code units, with an ellipsis when it was cut.
 */
export const titleFrom = (text: string): string => {
  const line = firstLine(text);
  let title = '';
  let count = 0;
  for (const { segment } of characters.segment(line)) {
    count += 1;
    if (count > MAX_CHARACTERS || title.length + segment.length >= MAX_LENGTH) return `${title.trimEnd()}…`;
    title += segment;
  }
  return title;
};

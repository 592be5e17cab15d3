const MAX_CHARACTERS = 60;
/** The longest title in UTF-16 code units, as the contract's `chatTitle`: one character may take dozens of them. */
const MAX_LENGTH = 300;

/** One line without control characters, lone surrogates (SQLite cannot hold them) or space at the ends. */
export const cleanTitle = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();

/** A line that only begins or ends a block of code. */
const FENCE = /^\s*(?:`{3,}|~{3,})[^`]*$/u;

/** Keys as well-known services give them: the list of chats is seen by whoever looks over a shoulder. */
const SECRET = /\b(?:sk|pk|rk|gh[oprsu]|glpat|xox[abeprs]|hf|AKIA|ASIA|AIza|eyJ)(?=[\w-]*\d)[\w-]{16,}/gu;

/** Without the marks of Markdown. Single stars and underscores stay: they are as often part of a formula or a name. */
const withoutMarks = (line: string): string =>
  line
    .replace(/^(?:#{1,6}\s+|>\s*|[-*+]\s+)+/u, '')
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/gu, '$1')
    .replace(/\*\*(?=\S)(.+?)\*\*/gu, '$1')
    .replace(/(`+)([^`]+)\1/gu, '$2');

const firstLine = (text: string): string => {
  const begin = text.search(/\S/u);
  // Far more than a title holds; the rest of a 5 MB line need not be looked at.
  const lines = text.slice(begin, begin + 10 * MAX_LENGTH).split(/[\r\n]+/u, 10);
  const line = lines.find((each) => each.trim() !== '' && !FENCE.test(each)) ?? lines[0] ?? '';
  return cleanTitle(withoutMarks(line).replace(SECRET, '…')) || cleanTitle(line);
};

/**
 * The title of a chat that begins with this text: its first line with anything on it, without the marks of Markdown and
 * without keys, at most 60 user-perceived characters (grapheme clusters) and 300 code units, with an ellipsis when it was cut.
 */
export const titleFrom = (text: string): string => {
  const line = firstLine(text);
  let title = '';
  let count = 0;
  // Made here: with what it loads of ICU it would take 8 ms of every start.
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    count += 1;
    if (count > MAX_CHARACTERS || title.length + segment.length >= MAX_LENGTH) return `${title.trimEnd()}…`;
    title += segment;
  }
  return title;
};

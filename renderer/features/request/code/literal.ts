/** How a programming language writes what JSON can hold. */
export interface LiteralStyle {
  readonly words: Readonly<Record<'true' | 'false' | 'null', string>>;
  /** An object's key with what stands between it and its value. */
  readonly key: (name: string) => string;
  readonly indent: string;
}

/** Controls and marks that are not seen, or that turn the line around: pasted code must be what it looks like. */
const UNSEEN = /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Writes unseen characters as `\uXXXX`, which means the same in the strings of JSON, JavaScript and Python. */
export const withUnseenEscaped = (json: string): string =>
  json.replace(UNSEEN, (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A string literal of JSON, JavaScript and Python alike. `JSON.stringify` escapes quotes, backslashes, line breaks,
 * controls and lone surrogates in a way that all three read.
 */
export const stringLiteral = (text: string): string => withUnseenEscaped(JSON.stringify(text));

const block = (open: string, items: readonly string[], close: string, inner: string, outer: string) =>
  items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${outer}${close}`;

/** The literal of a parsed JSON value, its first line to be written at the indent `outer`. */
export const literal = (value: unknown, style: LiteralStyle, outer = ''): string => {
  const inner = outer + style.indent;
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'boolean') return style.words[value ? 'true' : 'false'];
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => literal(item, style, inner));
    return block('[', items, ']', inner, outer);
  }
  if (typeof value === 'object' && value !== null) {
    const items = Object.entries(value).map(
      ([name, item]) => `${style.key(name)}${literal(item, style, inner)}`,
    );
    return block('{', items, '}', inner, outer);
  }
  return value === null ? style.words.null : String(value);
};

/** A piece of well-formed markup: text, or an element. */
export type Markup = string | MarkupElement;

/** An element with its attributes as they were written. */
export interface MarkupElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
const decode = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name ?? ''] ?? whole);
    },
  );

const attributesOf = (source: string): Record<string, string> =>
  Object.fromEntries(
    [...source.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );

/**
 * Reads the markup that KaTeX and highlight.js write, so that it can be shown without ever being parsed as HTML: every
 * tag is closed, every attribute quoted, every special letter escaped. Text that is no such markup stays text.
 */
export const readMarkup = (source: string): readonly Markup[] => {
  const root: Markup[] = [];
  const open: Markup[][] = [root];
  const token = /<\/[\w-]+>|<([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+|</g;
  for (const [text, tag, attributes = '', selfClosed] of source.matchAll(token)) {
    const into = open.at(-1) ?? root;
    if (tag !== undefined) {
      const children: Markup[] = [];
      into.push({ tag, attributes: attributesOf(attributes), children });
      if (selfClosed === '') open.push(children);
    } else if (text.startsWith('</')) open.pop();
    else into.push(decode(text));
  }
  return root;
};

import { findFolded, type TextRange } from '../../../preload/contract/fold-text';

/** What of an article is not its message: buttons, facts, notes. */
const SKIPPED =
  'footer, button, textarea, input, [role="status"], [role="alert"], [data-unsearched]:not([data-found]), .hidden-visually';
/** What begins a new line: a text does not go on from one into the next. */
const BLOCK = 'p, li, td, th, pre, blockquote, h1, h2, h3, h4, h5, h6, div';
const LIMIT = 2000;

interface NodePart {
  readonly node: Text;
  readonly start: number;
}

const readArticle = (article: Element): { readonly text: string; readonly parts: readonly NodePart[] } => {
  const walker = document.createTreeWalker(
    article,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (node instanceof Element)
        return node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      return NodeFilter.FILTER_ACCEPT;
    },
  );
  const parts: NodePart[] = [];
  let text = '';
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const within: Element | null = node.parentElement?.closest(BLOCK) ?? null;
    if (within !== block && text !== '') text += '\n';
    block = within;
    parts.push({ node, start: text.length });
    text += node.data;
  }
  return { text, parts };
};

/** The part that holds a place of the text; of an end, the part that ends there. */
const partAt = (parts: readonly NodePart[], at: number): NodePart | undefined => {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1];
};

const toRange = (parts: readonly NodePart[], [start, end]: TextRange): Range | null => {
  const first = partAt(parts, start);
  const last = partAt(parts, end - 1);
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
};

/** Where any of `needles` stands in an article as it is shown, in order; what lies within another is left out. */
export const textRanges = (article: Element, needles: readonly string[]): readonly Range[] => {
  const { text, parts } = readArticle(article);
  const found = needles
    .flatMap((needle) => findFolded(text, needle, LIMIT))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let end = 0;
  const apart = found.filter((range) => {
    const isApart = range[0] >= end;
    if (isApart) end = range[1];
    return isApart;
  });
  return apart.map((range) => toRange(parts, range)).filter((range) => range !== null);
};

import { addHiddenCode } from '../markdown/hidden-code';

const formulaAround = (node: Node): Element | null => {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.katex-display') ?? element?.closest('.katex') ?? null;
};

/** The same range with all of each formula that it begins or ends in: a part of one has no source. */
export const withWholeFormulas = (range: Range): Range => {
  const whole = range.cloneRange();
  const [first, last] = [formulaAround(range.startContainer), formulaAround(range.endContainer)];
  if (first !== null) whole.setStartBefore(first);
  if (last !== null) whole.setEndAfter(last);
  return whole;
};

/** Code, and a few words of one paragraph, are copied as they stand. */
export const isPlain = ({ commonAncestorContainer: within }: Range): boolean =>
  within instanceof Text || (within instanceof Element && within.closest('pre') !== null);

const isList = (node: Node): node is HTMLOListElement | HTMLUListElement =>
  node instanceof HTMLOListElement || node instanceof HTMLUListElement;

/** Numbers the items of a list of which only a part is copied as they are numbered there. */
const keepNumbers = (range: Range, list: Node, copy: Node | null): void => {
  if (!(list instanceof HTMLOListElement && copy instanceof HTMLOListElement)) return;
  const before = [...list.children].findIndex((item) => range.intersectsNode(item));
  if (before > 0) copy.start = list.start + before;
};

/** A copy of what is in a range, with the code that is folded away in it. Items of a list are in one, with the numbers that they have. */
export const contentsOf = (range: Range): DocumentFragment => {
  const fragment = range.cloneContents();
  addHiddenCode(range, fragment);
  const { startContainer, commonAncestorContainer: around } = range;
  const path: Node[] = [];
  for (let node: Node | null = startContainer; node !== null && node !== around; node = node.parentNode)
    path.unshift(node);
  // What the range begins inside of is what its copy begins with, at every depth.
  let copy: Node | null = fragment;
  for (const node of path) {
    copy = copy?.firstChild ?? null;
    keepNumbers(range, node, copy);
  }
  if (!isList(around)) return fragment;
  const list = around.cloneNode();
  keepNumbers(range, around, list);
  list.appendChild(fragment);
  fragment.append(list);
  return fragment;
};

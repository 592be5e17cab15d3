/** What is folded away of each block of code that shows a part of it, by the element that shows that part. */
const hidden = new WeakMap<Element, string>();

/** Notes that `code` goes on from what `shown` holds, out of sight. Returns the undo. */
export const noteHidden = (shown: HTMLPreElement, code: string): (() => void) => {
  hidden.set(shown, code);
  return () => hidden.delete(shown);
};

/** Adds to a copy of what is in `range` the code that is folded away inside it. */
export const addHiddenCode = (range: Range, copy: ParentNode): void => {
  const { commonAncestorContainer: around } = range;
  if (!(around instanceof Element)) return;
  const blocks = [...around.querySelectorAll('pre')].filter((block) => range.intersectsNode(block));
  const copies = copy.querySelectorAll('pre');
  for (const [at, block] of blocks.entries()) {
    const rest = hidden.get(block);
    const goesOn = range.comparePoint(block, block.childNodes.length) === 0;
    if (rest !== undefined && goesOn) copies[at]?.append(rest);
  }
};

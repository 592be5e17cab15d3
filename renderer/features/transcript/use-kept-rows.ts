import { type RefObject, useEffect, useState } from 'react';

const rowOf = (content: HTMLElement, node: Node | null): number | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const row = element?.closest<HTMLElement>('[data-row]') ?? null;
  return row !== null && content.contains(row) ? Number(row.dataset.row) : null;
};

/**
 * The rows that hold the focus, both ends of what is selected (a click alone is one, for Shift and another to go on from), or
 * the page that a piece of code is: unmounting them would lose it, or begin it anew.
 */
const keptNow = (content: HTMLElement): readonly number[] => {
  const selection = window.getSelection();
  const ends = [selection?.anchorNode ?? null, selection?.focusNode ?? null];
  return [document.activeElement, ...ends, ...content.querySelectorAll('iframe')]
    .map((node) => rowOf(content, node))
    .filter((at) => at !== null)
    .sort((a, b) => a - b);
};

/** Rows that stay mounted wherever one scrolls to. */
export const useKeptRows = (content: RefObject<HTMLElement | null>): readonly number[] => {
  const [kept, setKept] = useState<readonly number[]>([]);
  useEffect(() => {
    const update = () => {
      const element = content.current;
      if (element === null) return;
      const now = keptNow(element);
      setKept((before) => (before.join() === now.join() ? before : now));
    };
    document.addEventListener('selectionchange', update);
    document.addEventListener('focusin', update);
    document.addEventListener('focusout', update);
    // It does not bubble: a page is there.
    document.addEventListener('load', update, true);
    return () => {
      document.removeEventListener('selectionchange', update);
      document.removeEventListener('focusin', update);
      document.removeEventListener('focusout', update);
      document.removeEventListener('load', update, true);
    };
  }, [content]);
  return kept;
};

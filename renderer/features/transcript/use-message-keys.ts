import { type RefObject, useEffect, useRef } from 'react';
import { focusedArticle, focusRow, leaveByTab, takeKey } from './message-keys';
import type { RowView } from './row-view';

/** The message that Tab comes to first: the one that had the focus, or one that is in view. */
const cameByTab = (
  scroller: HTMLElement,
  view: RowView,
  last: number | null,
  from: Element | null,
): boolean => {
  const isBelow =
    from !== null && Boolean(scroller.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING);
  return (
    (last !== null && view.isInView(last) && focusRow(scroller, last)) ||
    focusRow(scroller, view.firstInView(!isBelow))
  );
};

/** Reads and acts on messages by keys. */
export const useMessageKeys = (
  scroller: RefObject<HTMLElement | null>,
  view: RowView,
  count: number,
): void => {
  const wanted = useRef<number | null>(null);
  // After every commit: the row may just have been mounted.
  useEffect(() => {
    const element = scroller.current;
    if (element !== null && wanted.current !== null && focusRow(element, wanted.current))
      wanted.current = null;
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let tabbed = false;
    let last: number | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      tabbed = event.key === 'Tab';
      leaveByTab(event, element);
      const at = takeKey(event, element, view, count);
      if (at !== null) wanted.current = focusRow(element, at) ? null : at;
    };
    const onFocusIn = ({ relatedTarget }: FocusEvent) => {
      const from = relatedTarget instanceof Element ? relatedTarget : null;
      if (tabbed && (from === null || !element.contains(from))) cameByTab(element, view, last, from);
      tabbed = false;
      last = Number(focusedArticle(element)?.closest<HTMLElement>('[data-row]')?.dataset.row ?? last);
    };
    document.addEventListener('keydown', onKeyDown);
    element.addEventListener('focusin', onFocusIn);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('focusin', onFocusIn);
    };
  }, [scroller, view, count]);
};

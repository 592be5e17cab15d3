import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isTyping } from '../../stores/between-keys';
import { includes, type RowRange } from './row-range';
import { RowView } from './row-view';

/** Rows mounted before anything is known of them. */
const FIRST_ROWS = 6;

/** Where a list of rows is shown first: a row and how far below the top of the view it is; null: its end. */
export interface StartPlace {
  readonly at: number;
  readonly offset: number;
}

interface Rows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly view: RowView;
  /** The rows to mount. */
  readonly range: RowRange;
  /** True while the reader is away from the end. */
  readonly isAway: boolean;
  readonly onScroll: () => void;
}

const firstRange = (count: number, place: StartPlace | null): RowRange => {
  const first = Math.max(0, Math.min(place?.at ?? count, count - FIRST_ROWS));
  return { first, end: Math.min(count, first + FIRST_ROWS) };
};

/**
 * Mounts the rows of a long list that are on screen or near it.
 * @param count how many there are; @param start where the list is shown first; @param startRow a row whose start stays in
 * view while it grows at the end, null: none.
 */
export const useRows = (count: number, start: StartPlace | null, startRow: number | null): Rows => {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [view] = useState(() => new RowView());
  const [range, setRange] = useState(() => firstRange(count, start));
  const [isAway, setAway] = useState(false);
  const opened = useRef(false);

  const settle = useCallback(() => {
    view.hold();
    setRange((mounted) => view.next(mounted));
    setAway(view.isAway);
  }, [view]);

  // What a commit has changed is measured and put right before it is painted.
  useLayoutEffect(() => {
    view.attach(scroller.current, content.current);
    view.setCount(count);
    view.startRow = startRow;
    if (!opened.current && start !== null) view.restore(start.at, start.offset);
    opened.current = true;
    settle();
  });

  useEffect(() => {
    const observer = new ResizeObserver(settle);
    for (const element of [scroller.current, content.current])
      if (element !== null) observer.observe(element);
    // Scrolled within a frame, the page takes another one to tell of it, which a key has to wait for: while someone types what
    // has grown is followed before its frame, and after what is formatted in the same task.
    const grown = new MutationObserver(() => {
      if (isTyping()) queueMicrotask(settle);
    });
    if (content.current !== null)
      grown.observe(content.current, { childList: true, characterData: true, subtree: true });
    const frame = requestAnimationFrame(() => {
      view.widen();
      settle();
    });
    return () => {
      observer.disconnect();
      grown.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [view, settle]);

  const onScroll = useCallback(() => {
    view.scrolled();
    const update = () => {
      setRange((mounted) => view.next(mounted));
      setAway(view.isAway);
    };
    // Who scrolls faster than rows are mounted is not to see an empty space.
    if (includes(range, view.wanted(false))) update();
    else flushSync(update);
  }, [view, range]);

  return { scroller, content, view, range, isAway, onScroll };
};

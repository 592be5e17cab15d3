import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RowRange } from '../transcript/row-range';
import { nextRows, type RowSizes, rowAt } from './list-rows';

// Of all lists, since all rows are alike: a list none of whose rows is mounted knows how high they will be.
let known: RowSizes = { row: 35, heading: 33 };

const heightOf = (element: Element | null): number | undefined => element?.getBoundingClientRect().height;

const measured = (list: Element): RowSizes => {
  const row = list.querySelector('[data-chat-row]');
  const height = heightOf(row);
  if (row === null || height === undefined) return known;
  const heading = heightOf(list.querySelector('[data-chat-row] > p')) ?? known.heading;
  const own = heightOf(row.querySelector('p')) ?? 0;
  if (height - own !== known.row || heading !== known.heading) known = { row: height - own, heading };
  return known;
};

/** The rows of a list to mount, and how high all of them are. */
interface ListWindow {
  readonly range: RowRange;
  readonly sizes: RowSizes;
}

/** What is seen of a scroller, in CSS pixels of the window. */
interface Seen {
  readonly top: number;
  readonly height: number;
}

/** Looks where a list is and answers with what is to be done about it; null: nothing. */
type Look = (seen: Seen) => (() => void) | null;

interface Watched {
  readonly looks: Set<Look>;
  readonly end: () => void;
}

const watched = new Map<HTMLElement, Watched>();

const seenOf = (scroller: HTMLElement): Seen => ({
  top: scroller.getBoundingClientRect().top,
  height: scroller.clientHeight,
});

/** All lists are looked at before any of them changes: the page is laid out once, and not for each of hundreds of folders. */
const lookAtAll = (scroller: HTMLElement, looks: ReadonlySet<Look>): void => {
  const seen = seenOf(scroller);
  const changes = [...looks].map((look) => look(seen));
  for (const change of changes) change?.();
};

const beginWatching = (scroller: HTMLElement): Watched => {
  const looks = new Set<Look>();
  // Before it is painted: who scrolls fast is not to see an empty space.
  const onScroll = () => flushSync(() => lookAtAll(scroller, looks));
  scroller.addEventListener('scroll', onScroll, { passive: true });
  const observer = new ResizeObserver(() => lookAtAll(scroller, looks));
  for (const each of [scroller, scroller.firstElementChild]) if (each !== null) observer.observe(each);
  const end = () => {
    scroller.removeEventListener('scroll', onScroll);
    observer.disconnect();
  };
  return { looks, end };
};

/** Looks again whenever what is in view may have changed. Returns the undo. */
const watch = (scroller: HTMLElement, look: Look): (() => void) => {
  const own = watched.get(scroller) ?? beginWatching(scroller);
  watched.set(scroller, own);
  own.looks.add(look);
  return () => {
    own.looks.delete(look);
    if (own.looks.size > 0) return;
    watched.delete(scroller);
    own.end();
  };
};

const NOTHING: RowRange = { first: 0, end: 0 };

/** A list as it is rendered. */
interface Listed {
  readonly count: number;
  /** Which rows stand below the name of a group, in order. */
  readonly headed: readonly number[];
}

/** What stands above and below the list takes more than this, in CSS pixels. */
const BESIDE = 100;

/** What a window of any height shows of a list that begins at the top of its scroller, and no more: every start waits for it. */
const firstRows = ({ count, headed }: Listed): ListWindow => ({
  range: { first: 0, end: rowAt({ count, headed, sizes: known }, window.innerHeight - BESIDE) + 1 },
  sizes: known,
});

/**
 * Mounts the rows of a list of chats that are in view or near it.
 * @param list in an element with `data-scroller`, whose only child holds all that is scrolled; its rows have `data-chat-row`.
 * @param isTop it begins about the top of its scroller. Then its first rows are known without laying the page out for them, which
 *   every start would wait for.
 */
export const useListWindow = (
  list: RefObject<HTMLElement | null>,
  { count, headed }: Listed,
  isTop: boolean,
): ListWindow => {
  const [seen, setSeen] = useState<ListWindow>({ range: NOTHING, sizes: known });
  const first = useMemo(
    () => (isTop && count > 0 ? firstRows({ count, headed }) : null),
    [isTop, count, headed],
  );
  const now = useRef(seen);
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest<HTMLElement>('[data-scroller]') ?? null;
    if (element === null || scroller === null) return undefined;
    const look: Look = ({ top, height }) => {
      const before = now.current;
      const sizes = measured(element);
      const view = { top: top - element.getBoundingClientRect().top, height };
      const range = nextRows({ count, headed, sizes }, view, before.range);
      if (range === before.range && sizes === before.sizes) return null;
      return () => {
        now.current = { range, sizes };
        setSeen(now.current);
      };
    };
    const isUnseen = now.current.range === NOTHING;
    if (isUnseen && first !== null) now.current = first;
    else if (!isUnseen || count > 0) look(seenOf(scroller))?.();
    const unwatch = watch(scroller, look);
    return () => {
      if (now.current === first) now.current = { ...now.current, range: NOTHING };
      unwatch();
    };
  }, [list, count, headed, first]);
  return seen.range === NOTHING && first !== null ? first : seen;
};

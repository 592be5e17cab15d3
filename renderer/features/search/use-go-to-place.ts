import { type RefObject, useEffect, useRef } from 'react';
import { useConversation } from '../../stores/conversation-store';
import { type Place, useFind } from '../../stores/find-store';
import { placeOf } from '../../stores/transcript';
import type { RowRange } from '../transcript/row-range';
import type { RowView } from '../transcript/row-view';
import { textRanges } from './text-ranges';
import { articleOf } from './use-found-marks';

/** The place is brought this far down the visible part, unless it is well within it already. */
const HEIGHT = 0.35;
const MARGIN = 64;
/** What is above may still find its size; after so many still frames, or so many at all, it has. */
const STILL_FRAMES = 4;
const MAX_FRAMES = 60;

/** Brings what is found into view in what scrolls by itself within its message. */
const scrollWithin = (range: Range): void => {
  const scroller = range.startContainer.parentElement?.closest('[data-scrolls]');
  if (!scroller) return;
  const [rect, view] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (rect.top < view.top || rect.bottom > view.bottom)
    scroller.scrollTop += rect.top - view.top - view.height * HEIGHT;
};

const rectOf = (article: HTMLElement, { found, nth }: Place): DOMRect => {
  const ranges = textRanges(article, found);
  const range = ranges[Math.min(nth, ranges.length - 1)];
  if (range) scrollWithin(range);
  const rect = range?.getBoundingClientRect();
  // Text that is not laid out yet has no height.
  return rect !== undefined && rect.height > 0 ? rect : article.getBoundingClientRect();
};

/** Moves the scroller once; true when there was nothing to move. */
const approach = (scroller: HTMLElement, rect: DOMRect, mayStay: boolean): boolean => {
  const { top, height } = scroller.getBoundingClientRect();
  const isWithin = rect.top >= top + MARGIN && rect.bottom <= top + height - MARGIN;
  if (mayStay && isWithin) return true;
  const before = scroller.scrollTop;
  scroller.scrollTop += rect.top - top - height * HEIGHT;
  return Math.abs(scroller.scrollTop - before) < 1;
};

/** Goes to the place and stays with it until all around has its size or the reader moves. Returns the undo. */
const follow = (scroller: HTMLElement, place: Place): (() => void) => {
  let frame = 0;
  let still = 0;
  let count = 0;
  let moved = false;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const name of ['wheel', 'pointerdown', 'keydown'] as const) scroller.removeEventListener(name, stop);
  };
  const step = () => {
    const article = articleOf(scroller, place.messageId);
    // Rows that come and go around it may take it away for a moment.
    const isStill = article !== null && approach(scroller, rectOf(article, place), !moved);
    moved ||= !isStill && article !== null;
    still = isStill ? still + 1 : 0;
    count += 1;
    if (still >= STILL_FRAMES || count >= MAX_FRAMES) stop();
    else frame = requestAnimationFrame(step);
  };
  for (const name of ['wheel', 'pointerdown', 'keydown'] as const)
    scroller.addEventListener(name, stop, { passive: true });
  step();
  return stop;
};

/**
 * Brings the place that was gone to into view, as soon as its message is on the page.
 * @param range the rows that are mounted.
 */
export const useGoToPlace = (
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  view: RowView,
  range: RowRange,
): void => {
  const place = useFind((state) => state.place);
  const calls = useFind((state) => state.placeCalls);
  const transcript = useConversation((state) => state.transcript);
  const done = useRef(0);
  const stop = useRef<() => void>(() => undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the message may be mounted with other rows
  useEffect(() => {
    if (place === null || done.current === calls) return;
    const article = content.current && articleOf(content.current, place.messageId);
    const at = placeOf(transcript, place.messageId);
    if (article === null && at !== null) view.goTo(at, (scroller.current?.clientHeight ?? 0) * HEIGHT);
    if (article === null || scroller.current === null) return;
    done.current = calls;
    view.sticks = false;
    stop.current();
    stop.current = follow(scroller.current, place);
  }, [place, calls, transcript, content, scroller, view, range]);
  useEffect(() => () => stop.current(), []);
};

import { useLayoutEffect, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import { firstOf, type StreamedText } from '../../stores/streamed-text';
import { holdRipening } from '../markdown/ripening';
import { nextShownLength } from './paced';

/**
 * Shows a text that grows in bounded steps, one per frame however often it grows, so that a burst does not freeze the
 * page. Nothing is formatted until the text is all there: what runs by is not read. A text that is there from the start
 * is shown whole. Without frames, while the window is hidden, it waits for the next.
 */
export const usePacedText = (text: StreamedText): StreamedText => {
  const { length } = text.whole;
  // A ref, not state: a text that keeps up must not be rendered a second time to note how far it came.
  const painted = useRef(length);
  const [, showMore] = useReducer((count: number) => count + 1, 0);
  const now = nextShownLength(painted.current, length);
  const isBehind = now < length;
  useLayoutEffect(() => {
    if (painted.current === length) return undefined;
    const frame = requestAnimationFrame(() => {
      painted.current = now;
      if (isBehind) flushSync(showMore);
    });
    return () => cancelAnimationFrame(frame);
  });
  useLayoutEffect(() => (isBehind ? holdRipening() : undefined), [isBehind]);
  return firstOf(text, now);
};

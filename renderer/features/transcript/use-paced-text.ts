import { useEffect, useReducer, useRef } from 'react';
import { nextShownLength } from './paced';

/**
 * Shows a text that grows in bounded steps, one per frame, so that a burst does not freeze the page. A text that is
 * there from the start is shown whole.
 */
export const usePacedText = (text: string): string => {
  // A ref, not state: a text that keeps up must not be rendered a second time to note how far it came.
  const shown = useRef(text.length);
  const [, showMore] = useReducer((count: number) => count + 1, 0);
  const now = nextShownLength(shown.current, text.length);
  useEffect(() => {
    shown.current = now;
    if (now === text.length) return undefined;
    const frame = requestAnimationFrame(showMore);
    return () => cancelAnimationFrame(frame);
  });
  return now === text.length ? text : text.slice(0, now);
};

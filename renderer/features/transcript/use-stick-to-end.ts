import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Nearer to the end than this counts as being there. In CSS pixels. */
const NEAR_END = 48;

interface StickToEnd {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  readonly onScroll: () => void;
  readonly jumpToEnd: () => void;
  /** Stays where it is from now on. */
  readonly letGo: () => void;
}

/**
 * Keeps the end of growing content in view while the reader is there, and only then.
 * @param openedKey changes when other content is shown: that begins at its end.
 * @param hasEnd false while the content ends in the middle of a longer one: then there is no end to stick to.
 */
export const useStickToEnd = (openedKey: string, hasEnd: boolean): StickToEnd => {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const lastTop = useRef(0);
  const [atEnd, setAtEnd] = useState(true);

  const jumpToEnd = useCallback(() => {
    sticks.current = true;
    setAtEnd(true);
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, []);

  const letGo = useCallback(() => {
    sticks.current = false;
  }, []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END;
    // Content that grew moves the end away without the reader having moved: only scrolling up lets go.
    if (near && hasEnd) sticks.current = true;
    else if (scrollTop < lastTop.current) sticks.current = false;
    lastTop.current = scrollTop;
    setAtEnd(sticks.current);
  }, [hasEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it run
  useLayoutEffect(jumpToEnd, [openedKey, jumpToEnd]);

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (sticks.current) jumpToEnd();
    });
    for (const element of [scroller.current, content.current])
      if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  }, [jumpToEnd]);

  return { scroller, content, atEnd: atEnd && hasEnd, onScroll, jumpToEnd, letGo };
};

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import styles from './markdown.module.css';
import { isRipening } from './ripening';

/** How long what cannot change any more is drawn before it may be skipped, in milliseconds: fonts and pictures come late. */
const SETTLING_MS = 1000;

/** Calls `act` once the page is laid out as it stays: the second frame comes after one that was laid out. Returns the undo. */
const onceLaidOut = (act: () => void): (() => void) => {
  let frame = 0;
  const timer = setInterval(() => {
    if (isRipening()) return;
    // In a window that is not shown neither frame comes.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        clearInterval(timer);
        act();
      });
    });
  }, SETTLING_MS);
  return () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
  };
};

/** Tells the height of a part whenever it gets another one while it is not skipped, in CSS pixels. Returns the undo. */
const followHeight = (box: HTMLElement, tell: (height: number) => void): (() => void) => {
  const observer = new ResizeObserver(() => tell(box.getBoundingClientRect().height));
  const follow = (event: Event) => {
    if (event.target !== box || !(event instanceof ContentVisibilityAutoStateChangeEvent)) return;
    if (event.skipped) observer.unobserve(box);
    else observer.observe(box);
  };
  box.addEventListener('contentvisibilityautostatechange', follow);
  return () => {
    box.removeEventListener('contentvisibilityautostatechange', follow);
    observer.disconnect();
  };
};

/**
 * Height of a settled part as it was last laid out, in CSS pixels; null until then. The browser is told it: to remember heights by
 * itself (`contain-intrinsic-size: auto`) it looks at every part of the text in each frame.
 */
const useDrawnHeight = (box: RefObject<HTMLElement | null>, isSettled: boolean): number | null => {
  const [height, setHeight] = useState<number | null>(null);
  const isDrawn = height !== null;
  useEffect(() => {
    const element = box.current;
    if (!isSettled || element === null) return undefined;
    return isDrawn
      ? followHeight(element, setHeight)
      : onceLaidOut(() => setHeight(element.getBoundingClientRect().height));
  }, [box, isSettled, isDrawn]);
  return isSettled ? height : null;
};

interface PageBoxProps {
  /** True when text that is appended goes to a later page. */
  readonly isSettled: boolean;
  readonly children: ReactNode;
}

/** A part of a text: the browser skips its layout and painting off the screen, which would grow with all that has come. */
export const PageBox = ({ isSettled, children }: PageBoxProps) => {
  const box = useRef<HTMLDivElement>(null);
  const height = useDrawnHeight(box, isSettled);
  return (
    <div
      ref={box}
      className={styles.page}
      data-drawn={height === null ? undefined : true}
      style={height === null ? undefined : { containIntrinsicBlockSize: `${height}px` }}
    >
      {children}
    </div>
  );
};

import { type ReactNode, useEffect, useState } from 'react';
import styles from './markdown.module.css';
import { isRipening } from './ripening';

/** How long what cannot change any more is drawn before it may be skipped, in milliseconds: fonts and pictures come late. */
const SETTLING_MS = 1000;

/** True once a page that is settled was laid out as it will stay, so that the browser knows its height. */
const useIsDrawn = (isSettled: boolean): boolean => {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!isSettled || isDrawn) return undefined;
    let frame = 0;
    const timer = setInterval(() => {
      if (isRipening()) return;
      // The second frame comes after one that was laid out; in a window that is not shown neither does.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => setDrawn(true));
      });
    }, SETTLING_MS);
    return () => {
      clearInterval(timer);
      cancelAnimationFrame(frame);
    };
  }, [isSettled, isDrawn]);
  return isSettled && isDrawn;
};

interface PageBoxProps {
  readonly kind: 'chapter' | 'page';
  /** True when text that is appended goes to a later page. */
  readonly isSettled: boolean;
  readonly children: ReactNode;
}

/** A part of a text: the browser skips its layout and painting off the screen, which would grow with all that has come. */
export const PageBox = ({ kind, isSettled, children }: PageBoxProps) => (
  <div className={styles[kind]} data-drawn={useIsDrawn(isSettled) || undefined}>
    {children}
  </div>
);

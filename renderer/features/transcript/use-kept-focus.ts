import { type RefObject, useEffect, useRef } from 'react';
import { focusRow } from './message-keys';

interface Held {
  readonly element: Element;
  readonly at: number;
}

/** Where a message gives way to another one, as a branch does, the other one has the focus if it had. */
export const useKeptFocus = (scroller: RefObject<HTMLElement | null>): void => {
  const held = useRef<Held | null>(null);
  // After every commit: it may have taken the focused message away.
  useEffect(() => {
    const isLost = held.current?.element.isConnected === false && document.activeElement === document.body;
    if (isLost && held.current !== null && scroller.current !== null)
      focusRow(scroller.current, held.current.at);
  });
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      const element = target instanceof Element && scroller.current?.contains(target) ? target : null;
      const at = element?.closest<HTMLElement>('[data-row]')?.dataset.row;
      held.current = element === null || at === undefined ? null : { element, at: Number(at) };
    };
    // Who points at something that takes no focus wants it nowhere.
    const onPointerDown = () => {
      held.current = null;
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [scroller]);
};

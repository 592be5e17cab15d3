import { type RefObject, useEffect } from 'react';
import { noteListFocus } from './list-focus';

/** Where the arrow keys stop: chats and folders. */
const STOPS = '[data-chat], [data-folder]';

const focusable = (within: Element): readonly HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('button, input')].filter((element) => element.checkVisibility());

const rowOf = (element: Element | null): Element | null => element?.closest('li') ?? null;

const stopOf = (row: Element | null): HTMLElement | null => row?.querySelector<HTMLElement>(STOPS) ?? null;

/** From the edge of a row the focus is put at the edge of the list, so that the browser's own next step leads out of it. */
const leave = (list: HTMLElement, isBack: boolean): void => {
  const { activeElement } = document;
  const row = rowOf(activeElement);
  const own = row === null ? [] : focusable(row).filter((element) => rowOf(element) === row);
  if (activeElement === own.at(isBack ? 0 : -1))
    focusable(list)
      .at(isBack ? 0 : -1)
      ?.focus({ preventScroll: true });
};

/**
 * A list of a hundred chats is one stop on the way of the Tab key, and not two hundred: what had the focus there, else the
 * chat on screen; from a row it goes to the row's menu and then on. Within the list one walks by arrow keys.
 */
export const useOneTabStop = (scroller: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const list = scroller.current;
    if (list === null) return undefined;
    let tabbed = false;
    let last: HTMLElement | null = null;
    const onKeyDown = ({ key, shiftKey }: KeyboardEvent) => {
      tabbed = key === 'Tab';
      if (!tabbed || !list.contains(document.activeElement)) return;
      const stop = stopOf(rowOf(document.activeElement));
      leave(list, shiftKey);
      if (stop !== null) noteListFocus(stop);
      last = stop;
    };
    const onFocusIn = ({ target, relatedTarget }: FocusEvent) => {
      const cameIn = tabbed && !(relatedTarget instanceof Node && list.contains(relatedTarget));
      tabbed = false;
      const known = last?.isConnected ? last : list.querySelector<HTMLElement>('[aria-current="page"]');
      if (cameIn) (known ?? list.querySelector<HTMLElement>(STOPS))?.focus();
      else if (target instanceof Element) last = stopOf(rowOf(target));
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    list.addEventListener('focusin', onFocusIn);
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      list.removeEventListener('focusin', onFocusIn);
    };
  }, [scroller]);
};

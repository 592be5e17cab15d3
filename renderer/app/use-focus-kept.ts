import { useEffect } from 'react';
import { focusMessageBox } from '../stores/view-store';
import { STOPS } from '../ui/stops';

/** What lies over the page for a while, and gives the focus back when it goes. */
const LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Where the focus was, and what was around it then. */
interface Held {
  readonly element: HTMLElement;
  readonly layer: Element | null;
  /** Where it was before it came to the layer. */
  readonly before: Held | null;
  /** All that Tab stops at, in the order of the page. */
  readonly stops: readonly HTMLElement[];
}

const isThere = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility();

const beforeLayer = (layer: Element | null, held: Held | null): Held | null => {
  if (layer === null) return null;
  for (let one = held; one !== null; one = one.before) if (one.layer === layer) return one.before;
  return held;
};

const hold = (element: HTMLElement, held: Held | null): Held => {
  const layer = element.closest(LAYER);
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
  return { element, layer, before: beforeLayer(layer, held), stops };
};

/** What stood next to it and still does: after it, else before it. */
const neighbour = ({ element, stops, layer }: Held): HTMLElement | undefined => {
  const at = stops.indexOf(element);
  const isNear = (stop: HTMLElement) => isThere(stop) && stop.closest(LAYER) === layer;
  return at < 0 ? undefined : (stops.slice(at + 1).find(isNear) ?? stops.slice(0, at).findLast(isNear));
};

const moveOn = (held: Held): void => {
  const next = isThere(held.element) ? held.element : neighbour(held);
  if (next !== undefined) next.focus();
  else if (held.before !== null) moveOn(held.before);
  else focusMessageBox();
};

/**
 * The focus is never lost: where what had it is taken away or disabled, as the row of a deleted chat is, it goes to what stood
 * next to it; where that was a dialog, to where it was before. Who points at something that takes no focus wants it nowhere.
 */
export const useFocusKept = (): void => {
  useEffect(() => {
    let held: Held | null = null;
    const onFocusIn = ({ target }: FocusEvent) => {
      held = target instanceof HTMLElement ? hold(target, held) : null;
    };
    const onPointerDown = () => {
      held = null;
    };
    const isLost = () => held !== null && document.activeElement === document.body && !isThere(held.element);
    const keep = () => {
      if (held !== null && isLost()) moveOn(held);
    };
    const observer = new MutationObserver(() => {
      // After those who know better where the focus belongs.
      if (isLost()) requestAnimationFrame(() => setTimeout(keep));
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled', 'hidden'],
    });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, []);
};

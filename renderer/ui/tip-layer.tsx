import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useApp } from '../stores/app-store';
import { keysText } from './keys';
import styles from './tip-layer.module.css';

/** How long the pointer rests on something before its tip is shown, in milliseconds. */
const RESTS_MS = 500;

/** Between the tip and what it is about, and between the tip and the window's edge, in CSS pixels. */
const GAP = 6;

const tipped = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;

/** What the pointer rests on, or the keyboard has come to; null: nothing with a tip, or the person went on. */
const useTipped = (): HTMLElement | null => {
  const [shown, setShown] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let under: HTMLElement | null = null;
    let isTab = false;
    let tip: HTMLElement | null = null;
    // React keeps every state that is set until it renders again, which it does not where nothing changes: at a key, say.
    const show = (next: HTMLElement | null) => {
      if (next !== tip) setShown(next);
      tip = next;
    };
    const end = () => {
      clearTimeout(timer);
      show(null);
    };
    const onPointerOver = ({ target }: PointerEvent) => {
      const over = tipped(target);
      if (over === under) return;
      under = over;
      end();
      if (over !== null) timer = setTimeout(() => show(over), RESTS_MS);
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      end();
      // Not where a dialog put the focus: nobody asked there, and it would cover what is to be read.
      if (isTab) show(tipped(target));
      isTab = false;
    };
    const onKeyDown = ({ key }: KeyboardEvent) => {
      isTab = key === 'Tab';
    };
    const ends = ['focusout', 'pointerdown', 'keydown', 'input', 'wheel', 'blur'] as const;
    document.addEventListener('pointerover', onPointerOver);
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('keydown', onKeyDown, { capture: true });
    for (const name of ends) window.addEventListener(name, end, { capture: true, passive: true });
    return () => {
      end();
      document.removeEventListener('pointerover', onPointerOver);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      for (const name of ends) window.removeEventListener(name, end, { capture: true });
    };
  }, []);
  return shown;
};

/** Below what it is about, above it where there is no room; never beyond the window. */
const place = (tip: HTMLElement, about: DOMRect): void => {
  const { width, height } = tip.getBoundingClientRect();
  const left = about.left + (about.width - width) / 2;
  const below = about.bottom + GAP;
  const top = below + height + GAP > innerHeight ? about.top - GAP - height : below;
  tip.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  tip.style.top = `${top}px`;
};

const Tip = ({ anchor }: { readonly anchor: HTMLElement }) => {
  const platform = useApp((state) => state.platform);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // In the top layer: in front of dialogs too.
    box.current?.showPopover();
    if (box.current !== null) place(box.current, anchor.getBoundingClientRect());
  }, [anchor]);
  const { tip = '', keys } = anchor.dataset;
  return (
    // What it says, the button's name and `aria-keyshortcuts` say to screen readers.
    <div ref={box} popover="manual" aria-hidden className={styles.tip}>
      {tip !== '' && <span>{tip}</span>}
      {keys !== undefined && <kbd>{keysText(keys, platform)}</kbd>}
    </div>
  );
};

/**
 * Shows what a control is called and which keys do the same, once the pointer rests on it or the keyboard comes to it: on all
 * that has `data-tip` (empty where the name is there to read) and perhaps `data-keys`, in Electron's accelerator notation.
 */
export const TipLayer = () => {
  const anchor = useTipped();
  return anchor === null ? null : <Tip key={anchor.dataset.tip} anchor={anchor} />;
};

import { type RefObject, useEffect } from 'react';
import { useApp } from '../../stores/app-store';
import { keysPressed } from '../../ui/keys';

/** What takes text itself, or has keys of its own. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"]';

const PASTE: ReadonlySet<string> = new Set(['CmdOrCtrl+V', 'CmdOrCtrl+Shift+V', 'Shift+Insert']);

const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !(ctrlKey || metaKey || altKey);

/** True for what can only be meant for the box: what is pasted into something that takes no text, or typed into nothing. */
const isForBox = (event: KeyboardEvent): boolean => {
  const { target, defaultPrevented } = event;
  if (defaultPrevented || !(target instanceof Element) || target.closest(OWN_KEYS) !== null) return false;
  if (document.querySelector('[role="dialog"]') !== null) return false;
  return (
    keysPressed(event, useApp.getState().platform).some((keys) => PASTE.has(keys)) ||
    (target === document.body && isTyped(event))
  );
};

/** Gives the box the focus before what is pressed is carried out, so that what is typed or pasted is not lost. */
export const useCallToBox = (box: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isForBox(event)) box.current?.focus();
    };
    // After those of the document, who take keys while one reads.
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [box]);
};

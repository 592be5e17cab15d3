import { useEffect } from 'react';
import { openFind, stepFind } from '../actions/find';
import { newChat } from '../actions/open-chat';
import { stepHit } from '../actions/search';
import { useApp } from '../stores/app-store';
import { useFind } from '../stores/find-store';
import { focusSearchBox, useSearch } from '../stores/search-store';
import { redoLast, undoLast } from '../stores/undo-store';
import { focusMessageBox, showSettings } from '../stores/view-store';

const step = (by: -1 | 1) => {
  if (useFind.getState().open) stepFind(by);
  else if (useSearch.getState().hits.length > 0) void stepHit(by);
};

const shortcuts: Readonly<Record<string, () => void>> = {
  n: () => {
    newChat();
    focusMessageBox();
  },
  f: openFind,
  ',': () => showSettings(true),
};

/** What is behind a dialog is not to be searched. */
const isCovered = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Fields undo what is typed in them themselves. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

const isUndo = (event: KeyboardEvent, key: string): boolean =>
  (key === 'z' || key === 'y') && !isField(event.target) && !isCovered();

const commandOf = (event: KeyboardEvent): (() => void) | undefined => {
  const key = event.key.toLowerCase();
  if ((key === 'f' || key === 'f3') && isCovered()) return undefined;
  if (key === 'f3') return () => step(event.shiftKey ? -1 : 1);
  const held = useApp.getState().platform === 'darwin' ? event.metaKey : event.ctrlKey;
  if (!held || event.altKey) return undefined;
  if (isUndo(event, key)) return key === 'y' || event.shiftKey ? redoLast : undoLast;
  if (event.shiftKey) return key === 'f' ? focusSearchBox : undefined;
  return shortcuts[key];
};

/**
 * Ctrl (on macOS Cmd) with N opens a new chat, with F finds in the chat, with Shift and F searches all chats, with the comma
 * opens the settings; outside of fields Z undoes, with Shift or as Y does again. F3 goes on, with Shift back: from match to match while one finds in a chat, else from hit to hit.
 */
export const useShortcuts = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command === undefined) return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};

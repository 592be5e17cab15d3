import type { KeyboardEvent, MouseEvent } from 'react';
import { changeChats } from '../../actions/order';
import {
  clearSelection,
  selectAll,
  selectTo,
  toggleSelected,
  useSelection,
} from '../../stores/selection-store';

const titles = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-chat]')];

/** The chats that are shown, in the order they are shown in. */
const shownIds = (): readonly string[] => [
  ...new Set(titles().flatMap(({ dataset: { chat } }) => (chat === undefined ? [] : [chat]))),
];

const isHeld = (event: MouseEvent | KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

/** Selects with Ctrl (Cmd) or Shift held. Tells whether it did: else the click opens the chat. */
export const clickSelects = (event: MouseEvent, chatId: string, current: string | null): boolean => {
  if (event.shiftKey) selectTo(chatId, shownIds(), current ?? chatId);
  else if (isHeld(event)) toggleSelected(chatId);
  else {
    clearSelection();
    return false;
  }
  return true;
};

const neighbour = (from: HTMLElement, by: -1 | 1): HTMLElement | undefined => {
  const all = titles();
  return all[all.indexOf(from) + by];
};

const moveFocus = (event: KeyboardEvent<HTMLElement>, chatId: string, by: -1 | 1) => {
  const next = neighbour(event.currentTarget, by);
  const { chat } = next?.dataset ?? {};
  if (next === undefined || chat === undefined) return;
  next.focus();
  if (event.shiftKey) selectTo(chat, shownIds(), chatId);
};

/**
 * Arrow keys go from chat to chat, with Shift they select on the way; Ctrl+Space selects one, Ctrl+A all that are shown,
 * Escape none; Delete puts what is selected into the Trash.
 */
export const onChatKey = (event: KeyboardEvent<HTMLElement>, chatId: string): void => {
  const { ids } = useSelection.getState();
  const commands: Readonly<Record<string, (() => void) | false>> = {
    ArrowDown: () => moveFocus(event, chatId, 1),
    ArrowUp: () => moveFocus(event, chatId, -1),
    ' ': isHeld(event) && (() => toggleSelected(chatId)),
    a: isHeld(event) && (() => selectAll(shownIds())),
    Escape: ids.size > 0 && clearSelection,
    Delete: ids.size > 0 && (() => void changeChats([...ids], { kind: 'trash', isTrashed: true })),
  };
  const command = commands[event.key];
  if (!command) return;
  event.preventDefault();
  command();
};

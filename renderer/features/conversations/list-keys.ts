import type { KeyboardEvent, MouseEvent } from 'react';
import { foldText } from '../../../preload/contract/fold-text';
import { changeChats } from '../../actions/order';
import {
  clearSelection,
  selectAll,
  selectTo,
  toggleSelected,
  useSelection,
} from '../../stores/selection-store';

/** Where the arrow keys stop: chats and folders, as they are shown. */
const stops = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-chat], [data-folder]'),
];

/** The chats that are shown, in the order they are shown in. */
const shownIds = (): readonly string[] => [
  ...new Set(stops().flatMap(({ dataset: { chat } }) => (chat === undefined ? [] : [chat]))),
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

const goTo = (stop: HTMLElement | undefined, event: KeyboardEvent<HTMLElement>): void => {
  if (stop === undefined) return;
  const from = event.currentTarget.dataset.chat;
  const { chat } = stop.dataset;
  stop.focus();
  if (event.shiftKey && chat !== undefined) selectTo(chat, shownIds(), from ?? chat);
};

const neighbour = (from: HTMLElement, by: -1 | 1): HTMLElement | undefined => {
  const all = stops();
  return all[all.indexOf(from) + by];
};

/** Letters typed after a longer pause begin anew. */
const PAUSE_MS = 800;
let typed = '';
let typedAt = Number.NEGATIVE_INFINITY;

/** Goes to the next name that begins with what is typed. Tells whether the key was a letter, or a space after one. */
const typeAhead = (event: KeyboardEvent<HTMLElement>): boolean => {
  const isBegun = typed !== '' && event.timeStamp - typedAt <= PAUSE_MS;
  const isLetter = event.key.length === 1 && (event.key !== ' ' || isBegun);
  if (isHeld(event) || event.altKey || !isLetter) return false;
  typed = isBegun ? typed + event.key : event.key;
  typedAt = event.timeStamp;
  const all = stops();
  const from = all.indexOf(event.currentTarget) + (typed.length === 1 ? 1 : 0);
  const wanted = foldText(typed);
  [...all.slice(from), ...all.slice(0, from)]
    .find((stop) => foldText(stop.textContent).startsWith(wanted))
    ?.focus();
  return true;
};

/** What a key does where it is pressed; false: nothing. */
type KeyCommands = Readonly<Record<string, (() => void) | false>>;

const carryOut = (event: KeyboardEvent<HTMLElement>, commands: KeyCommands): void => {
  const command = commands[event.key];
  if (command) command();
  else if (!typeAhead(event)) return;
  event.preventDefault();
};

const moves = (event: KeyboardEvent<HTMLElement>): KeyCommands => ({
  ArrowDown: () => goTo(neighbour(event.currentTarget, 1), event),
  ArrowUp: () => goTo(neighbour(event.currentTarget, -1), event),
  Home: () => goTo(stops().at(0), event),
  End: () => goTo(stops().at(-1), event),
  Escape: useSelection.getState().ids.size > 0 && clearSelection,
});

const trash = (event: KeyboardEvent<HTMLElement>, chatId: string): void => {
  const { ids } = useSelection.getState();
  // The focus must not go with the chat.
  const next = neighbour(event.currentTarget, 1) ?? neighbour(event.currentTarget, -1);
  void changeChats(ids.size > 0 ? [...ids] : [chatId], { kind: 'trash', isTrashed: true });
  next?.focus();
};

const folderAround = (element: HTMLElement): HTMLElement | null | undefined =>
  element.closest('ul')?.closest('li')?.querySelector<HTMLElement>('[data-folder]');

/**
 * Keys on a chat of the list. Arrow keys, Home and End go from one to another, with Shift they select on the way, letters go
 * to the next that begins with them, Left to the folder around it; Ctrl+Space selects one, Ctrl+A all that are shown, Escape
 * none; F2 renames, Delete puts what is selected, or this chat, into the Trash.
 */
export const onChatKey = (event: KeyboardEvent<HTMLElement>, chatId: string, rename: () => void): void =>
  carryOut(event, {
    ...moves(event),
    ArrowLeft: () => folderAround(event.currentTarget)?.focus(),
    ' ': isHeld(event) && (() => toggleSelected(chatId)),
    a: isHeld(event) && (() => selectAll(shownIds())),
    F2: rename,
    Delete: () => trash(event, chatId),
    Backspace: event.metaKey && (() => trash(event, chatId)),
  });

/** What keys do with a folder of the list. */
export interface FolderKeys {
  readonly isOpen: boolean;
  readonly toggle: (isOpen: boolean) => void;
  readonly rename: () => void;
  readonly remove: () => void;
}

/** Keys on a folder of the list: as on a chat; Right opens it, or goes into it, Left closes it, or goes out of it. */
export const onFolderKey = (
  event: KeyboardEvent<HTMLElement>,
  { isOpen, toggle, rename, remove }: FolderKeys,
): void =>
  carryOut(event, {
    ...moves(event),
    ArrowRight: () => (isOpen ? goTo(neighbour(event.currentTarget, 1), event) : toggle(true)),
    ArrowLeft: () => (isOpen ? toggle(false) : folderAround(event.currentTarget)?.focus()),
    F2: rename,
    Delete: remove,
  });

import type { KeyboardEvent, MouseEvent } from 'react';
import { foldText } from '../../../preload/contract/fold-text';
import { changeChats, isAllLoaded, loadShown } from '../../actions/order';
import {
  clearSelection,
  selectAll,
  selectTo,
  toggleSelected,
  useSelection,
} from '../../stores/selection-store';
import { focusStop, placeOf, type Stop, shownStops } from './shown-stops';

/** The chats that are shown, in the order they are shown in. */
const shownIds = (): readonly string[] => [
  ...new Set(shownStops().flatMap(({ kind, id }) => (kind === 'chat' ? [id] : []))),
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

/** Goes to a stop. @param selectsFrom with Shift held the chat that it goes from: all up to the stop are selected. */
const goTo = (stop: Stop | undefined, selectsFrom: string | null): void => {
  if (stop === undefined) return;
  focusStop(stop);
  if (selectsFrom !== null && stop.kind === 'chat') selectTo(stop.id, shownIds(), selectsFrom);
};

const selectsFrom = ({ shiftKey, currentTarget }: KeyboardEvent<HTMLElement>): string | null =>
  shiftKey ? (currentTarget.dataset.chat ?? null) : null;

/** Goes so many stops on, or to the first or last where there are not so many. */
const goBy = (event: KeyboardEvent<HTMLElement>, by: number): void => {
  const stops = shownStops();
  const at = placeOf(stops, event.currentTarget) + by;
  goTo(stops[Math.max(0, Math.min(at, stops.length - 1))], selectsFrom(event));
};

/** Does what needs all of the lists: at once where they are loaded. */
const onceLoaded = (act: () => void): void => {
  if (isAllLoaded()) act();
  else void loadShown().then(act);
};

const goToEnd = (event: KeyboardEvent<HTMLElement>): void => {
  const from = selectsFrom(event);
  onceLoaded(() => goTo(shownStops().at(-1), from));
};

/** How many rows are in view at once, less one to go on reading from. */
const rowsInView = (row: HTMLElement): number => {
  const height = row.closest<HTMLElement>('[data-scroller]')?.clientHeight ?? 0;
  return Math.max(1, Math.floor(height / row.clientHeight) - 1);
};

/** Letters typed after a longer pause begin anew. */
const PAUSE_MS = 800;
let typed = '';
let typedAt = Number.NEGATIVE_INFINITY;

/** Goes to the next name that begins with what is typed. Tells whether there is one. */
const goToTyped = (row: HTMLElement): boolean => {
  const all = shownStops();
  const from = placeOf(all, row) + (typed.length === 1 ? 1 : 0);
  const wanted = foldText(typed);
  const found = [...all.slice(from), ...all.slice(0, from)].find(({ name }) =>
    foldText(name).startsWith(wanted),
  );
  if (found !== undefined) focusStop(found);
  return found !== undefined;
};

/**
 * Goes to the name that is typed; where none begins so, the rest of the lists is loaded and looked through. Tells whether the
 * key was a letter, or a space after one.
 */
const typeAhead = (event: KeyboardEvent<HTMLElement>): boolean => {
  const isBegun = typed !== '' && event.timeStamp - typedAt <= PAUSE_MS;
  const isLetter = event.key.length === 1 && (event.key !== ' ' || isBegun);
  if (isHeld(event) || event.altKey || !isLetter) return false;
  typed = isBegun ? typed + event.key : event.key;
  typedAt = event.timeStamp;
  const [row, asked] = [event.currentTarget, typed];
  if (goToTyped(row) || isAllLoaded()) return true;
  void loadShown().then(() => {
    // Who has typed on or gone elsewhere meanwhile looks for something else.
    if (typed === asked && document.activeElement === row) goToTyped(row);
  });
  return true;
};

/** What a key does where it is pressed; false: nothing. */
type KeyCommands = Readonly<Record<string, (() => void) | false>>;

const carryOut = (event: KeyboardEvent<HTMLElement>, commands: KeyCommands): void => {
  const command = commands[event.key];
  if (command) {
    // What is typed after it is another name.
    typed = '';
    command();
  } else if (!typeAhead(event)) return;
  event.preventDefault();
};

const moves = (event: KeyboardEvent<HTMLElement>): KeyCommands => ({
  ArrowDown: () => goBy(event, 1),
  ArrowUp: () => goBy(event, -1),
  PageDown: () => goBy(event, rowsInView(event.currentTarget)),
  PageUp: () => goBy(event, -rowsInView(event.currentTarget)),
  Home: () => goTo(shownStops().at(0), selectsFrom(event)),
  End: () => goToEnd(event),
  Escape: useSelection.getState().ids.size > 0 && clearSelection,
});

const trash = (event: KeyboardEvent<HTMLElement>, chatId: string): void => {
  const { ids } = useSelection.getState();
  const goes = ids.size > 0 ? ids : new Set([chatId]);
  const stops = shownStops();
  const at = placeOf(stops, event.currentTarget);
  const isLeft = ({ id }: Stop) => !goes.has(id);
  // The focus must not go with the chat.
  const next = stops.slice(at).find(isLeft) ?? stops.slice(0, at).findLast(isLeft);
  void changeChats([...goes], { kind: 'trash', isTrashed: true });
  if (next !== undefined) focusStop(next);
};

const folderAround = (element: HTMLElement): HTMLElement | null | undefined =>
  element.closest('ul')?.closest('li')?.querySelector<HTMLElement>('[data-folder]');

/**
 * Keys on a chat of the list. Arrow keys, PageUp and PageDown, Home and End go from one to another, with Shift they select on the way, letters go
 * to the next that begins with them, Left to the folder around it; Ctrl+Space selects one, Ctrl+A all that are shown, Escape
 * none; F2 renames, Delete puts what is selected, or this chat, into the Trash.
 */
export const onChatKey = (event: KeyboardEvent<HTMLElement>, chatId: string, rename: () => void): void =>
  carryOut(event, {
    ...moves(event),
    ArrowLeft: () => folderAround(event.currentTarget)?.focus(),
    ' ': isHeld(event) && (() => toggleSelected(chatId)),
    a: isHeld(event) && (() => onceLoaded(() => selectAll(shownIds()))),
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
    ArrowRight: () => (isOpen ? goBy(event, 1) : toggle(true)),
    ArrowLeft: () => (isOpen ? toggle(false) : folderAround(event.currentTarget)?.focus()),
    F2: rename,
    Delete: remove,
  });

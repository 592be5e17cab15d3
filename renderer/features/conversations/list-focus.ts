import { flushSync } from 'react-dom';
import { create } from 'zustand';

interface ListFocus {
  /** What the list is kept under. */
  readonly list: string | null;
  readonly chatId: string | null;
}

/** The chat of the side bar that has the focus, or had it last: its row stays mounted wherever one scrolls to. */
export const useListFocus = create<ListFocus>()(() => ({ list: null, chatId: null }));

/** The list that an element of it is in; null: it is in none. */
export const listOf = (element: Element): string | null =>
  element.closest<HTMLElement>('[data-list]')?.dataset.list ?? null;

/** Notes that an element of a list of chats has the focus. */
export const noteListFocus = (element: Element): void => {
  const chatId = element.closest<HTMLElement>('[data-chat-row]')?.dataset.chatRow;
  if (chatId !== undefined) useListFocus.setState({ list: listOf(element), chatId });
};

/** Puts the focus on a chat of a list, wherever it is scrolled to. */
export const focusChat = (list: string, chatId: string): void => {
  // Mounted at once.
  flushSync(() => useListFocus.setState({ list, chatId }));
  [...document.querySelectorAll<HTMLElement>(`[data-chat="${chatId}"]`)]
    .find((element) => listOf(element) === list)
    ?.focus();
};

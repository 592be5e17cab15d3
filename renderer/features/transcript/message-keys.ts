import { STOPS } from '../../ui/stops';
import type { RowView } from './row-view';

/** What is typed into, or has keys of its own. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"]';

/** Below the top of the view, where a message that was gone to begins, in CSS pixels. */
const TOP = 16;

/** Whether a key press is for the transcript: it, or nothing at all, has the focus. */
export const belongsTo = (scroller: HTMLElement, { target, isComposing }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  !isComposing &&
  (target === document.body || scroller.contains(target)) &&
  target.closest(OWN_KEYS) === null &&
  document.querySelector('[role="dialog"]') === null;

const articleIn = (scroller: HTMLElement, at: number): HTMLElement | null =>
  scroller.querySelector<HTMLElement>(`[data-row="${at}"] article`);

/** The message that has the focus, or has what has it. */
export const focusedArticle = (scroller: HTMLElement): HTMLElement | null => {
  const { activeElement } = document;
  return activeElement !== null && scroller.contains(activeElement)
    ? activeElement.closest<HTMLElement>('article')
    : null;
};

const placeOf = (article: Element | null): number | null => {
  const row = article?.closest<HTMLElement>('[data-row]')?.dataset.row;
  return row === undefined ? null : Number(row);
};

/** The row that a key goes to; null: it is no such key. */
const goal = (key: string, scroller: HTMLElement, view: RowView, count: number): number | null => {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'j' && key !== 'k') return null;
  const from = placeOf(focusedArticle(scroller));
  const next = from === null ? view.firstInView(key === 'j') : from + (key === 'j' ? 1 : -1);
  return Math.max(0, Math.min(next, count - 1));
};

/** Presses the button of a message that a key stands for: it names it in `data-key`. */
const press = (article: HTMLElement, key: string): boolean => {
  const button = article.querySelector<HTMLButtonElement>(`button[data-key="${key}"]:not(:disabled)`);
  button?.click();
  return button !== null;
};

/**
 * Answers a key press anywhere on the page: j and k go from message to message, Home and End to the first and last, and
 * keys that stand for a button press it on the message that has the focus.
 * @returns the row that should have the focus now, once it is mounted; null: none.
 */
export const takeKey = (
  event: KeyboardEvent,
  scroller: HTMLElement,
  view: RowView,
  count: number,
): number | null => {
  if (count === 0 || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (!belongsTo(scroller, event)) return null;
  const { key, target } = event;
  const at = event.shiftKey ? null : goal(key, scroller, view, count);
  const article = focusedArticle(scroller);
  if (at !== null) {
    event.preventDefault();
    if (at === count - 1) view.goToEnd();
    else view.goTo(at, TOP);
  } else if (article !== null && (key.length === 1 || target === article) && press(article, key)) {
    event.preventDefault();
  }
  return at;
};

/** Focuses the message in a row; false while there is none. */
export const focusRow = (scroller: HTMLElement, at: number): boolean => {
  const article = articleIn(scroller, at);
  article?.focus({ preventScroll: true });
  return article !== null;
};

/**
 * Tab goes through what is in one message and then on: a chat of 10,000 messages is one stop. From the edge of a message
 * the focus is put at the edge of the transcript, so that the browser's own next step leads out of it.
 */
export const leaveByTab = (event: KeyboardEvent, scroller: HTMLElement): void => {
  const article = event.key === 'Tab' ? focusedArticle(scroller) : null;
  if (article === null) return;
  const stops = [...article.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  const { activeElement } = document;
  if (event.shiftKey && activeElement === article) edgeOf(scroller, 'before')?.focus();
  else if (event.shiftKey && activeElement === stops[0]) {
    event.preventDefault();
    article.focus({ preventScroll: true });
  } else if (!event.shiftKey && (stops.length === 0 || activeElement === stops.at(-1)))
    edgeOf(scroller, 'after')?.focus();
};

const edgeOf = (scroller: HTMLElement, side: 'before' | 'after'): HTMLElement | null =>
  scroller.parentElement?.querySelector<HTMLElement>(`:scope > [data-edge="${side}"]`) ?? null;

import { type RefObject, useEffect } from 'react';
import { type Place, useFind } from '../../stores/find-store';
import { textRanges } from './text-ranges';

/** Marks are drawn anew for what changed at most this often, in milliseconds: a reply may be streaming. */
const PAUSE_MS = 80;

/** The article of a message; of the answers side by side, each has its own. */
export const articleOf = (content: HTMLElement, messageId: string): HTMLElement | null =>
  content.querySelector<HTMLElement>(`article[data-message-id="${CSS.escape(messageId)}"]`);

const clearMarks = () => {
  CSS.highlights.delete('found');
  CSS.highlights.delete('found-now');
};

/** Draws over the text without a change to the page, so that React's elements stay as they are. */
const drawMarks = (content: HTMLElement, place: Place | null, text: string) => {
  const now = place === null ? null : articleOf(content, place.messageId);
  const articles = text === '' ? [now] : [...content.querySelectorAll('article')];
  const needles = text === '' ? (place?.found ?? []) : [text];
  const all: Range[] = [];
  const current: Range[] = [];
  for (const article of articles) {
    if (article === null) continue;
    const ranges = textRanges(article, needles);
    const nth = article === now && place !== null ? Math.min(place.nth, ranges.length - 1) : -1;
    for (const [index, range] of ranges.entries()) (index === nth ? current : all).push(range);
  }
  CSS.highlights.set('found', new Highlight(...all));
  CSS.highlights.set('found-now', new Highlight(...current));
};

/** Keeps marked what is looked for in the chat on screen, or what a search found there. */
export const useFoundMarks = (content: RefObject<HTMLElement | null>): void => {
  const place = useFind((state) => state.place);
  const text = useFind((state) => (state.open ? state.text : ''));
  useEffect(() => {
    const element = content.current;
    if (element === null || (place === null && text === '')) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      timer = undefined;
      drawMarks(element, place, text);
    };
    draw();
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(draw, PAUSE_MS);
    });
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      clearMarks();
    };
  }, [content, place, text]);
};

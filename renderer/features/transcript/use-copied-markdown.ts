import type { TFunction } from 'i18next';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { loadedMessages, readMessages } from '../../actions/copy-messages';
import { tellError } from '../../stores/notices-store';
import { putOnClipboard } from '../../ui/use-copy';
import { elementMarkdown, htmlForOthers } from '../markdown/element-markdown';
import { contentsOf, isPlain, withWholeFormulas } from './copied-range';
import { asMarkdown, type Said, saidIn } from './messages-markdown';
import { htmlOf } from './said-html';

const rowOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-row]') ?? null;

/** The part of a range that is in a row. */
const within = (range: Range, row: HTMLElement): Range => {
  const part = range.cloneRange();
  if (!row.contains(range.startContainer)) part.setStart(row, 0);
  if (!row.contains(range.endContainer)) part.setEnd(row, row.childNodes.length);
  return part;
};

/** What is selected from one message to another: of these two the part, of those between all. */
const selectedOf = (messages: readonly Message[], parts: readonly [string, string]): readonly Said[] =>
  messages.map((message, at) => {
    if (at === 0) return { role: message.role, text: parts[0] };
    return at === messages.length - 1 ? { role: message.role, text: parts[1] } : saidIn(message);
  });

/* The browser's own HTML would take the colours of the theme along, light words on a dark ground. */
const copyPlain = (event: ClipboardEvent, range: Range): void => {
  const text = range.toString();
  const element = document.createElement(range.commonAncestorContainer instanceof Text ? 'span' : 'pre');
  element.textContent = text;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', text);
  event.clipboardData?.setData('text/html', htmlForOthers(element));
};

const copyWithin = (event: ClipboardEvent, range: Range): void => {
  const fragment = contentsOf(range);
  const markdown = elementMarkdown(fragment);
  if (markdown === '') return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', markdown);
  event.clipboardData?.setData('text/html', htmlForOthers(fragment));
};

const copyAcross = (
  event: ClipboardEvent,
  range: Range,
  rows: readonly [HTMLElement, HTMLElement],
  t: TFunction,
) => {
  event.preventDefault();
  const [first, last] = rows.map((row) => Number(row.dataset.row)) as [number, number];
  const parts = rows.map((row) => elementMarkdown(contentsOf(within(range, row)))) as [string, string];
  const put = (messages: readonly Message[]) => {
    const said = selectedOf(messages, parts);
    return putOnClipboard(asMarkdown(t, said), htmlOf(t, said));
  };
  const loaded = loadedMessages(first, last);
  (loaded === null ? readMessages(first, last).then(put) : put(loaded)).catch(tellError);
};

/** What is copied of the transcript is Markdown, and HTML beside it. */
export const useCopiedMarkdown = (content: RefObject<HTMLElement | null>): void => {
  const { t } = useTranslation();
  useEffect(() => {
    const element = content.current;
    const copy = (event: ClipboardEvent) => {
      const selection = window.getSelection();
      const isTyped = event.target instanceof Element && event.target.closest('textarea, input') !== null;
      if (selection === null || selection.isCollapsed || isTyped) return;
      const range = withWholeFormulas(selection.getRangeAt(0));
      const [first, last] = [rowOf(range.startContainer), rowOf(range.endContainer)];
      if (first === null || last === null) return;
      if (isPlain(range)) copyPlain(event, range);
      else if (first === last) copyWithin(event, range);
      else copyAcross(event, range, [first, last], t);
    };
    element?.addEventListener('copy', copy);
    return () => element?.removeEventListener('copy', copy);
  }, [content, t]);
};

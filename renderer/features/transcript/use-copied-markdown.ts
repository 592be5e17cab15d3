import type { TFunction } from 'i18next';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { loadedMessages, readMessages } from '../../actions/copy-messages';
import { tellError } from '../../stores/notices-store';
import { messageText } from '../../stores/transcript';
import { elementMarkdown, htmlForOthers } from '../markdown/element-markdown';
import { copiedText } from './copied-text';
import { withHeading } from './messages-markdown';

const rowOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-row]') ?? null;

const formulaAround = (node: Node): Element | null => {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.katex-display') ?? element?.closest('.katex') ?? null;
};

/** The same range with all of each formula that it begins or ends in: a part of one has no source. */
const withWholeFormulas = (range: Range): Range => {
  const whole = range.cloneRange();
  const [first, last] = [formulaAround(range.startContainer), formulaAround(range.endContainer)];
  if (first !== null) whole.setStartBefore(first);
  if (last !== null) whole.setEndAfter(last);
  return whole;
};

const partOf = (range: Range, row: HTMLElement): DocumentFragment => {
  const part = range.cloneRange();
  if (!row.contains(range.startContainer)) part.setStart(row, 0);
  if (!row.contains(range.endContainer)) part.setEnd(row, row.childNodes.length);
  return part.cloneContents();
};

const markdownOf = (message: Message): string => copiedText(message, messageText(message));

/** What is selected from one message to another: of these two the part, of those between all. */
const joined = (t: TFunction, messages: readonly Message[], parts: readonly [string, string]): string =>
  messages
    .map((message, at) => {
      const text = at === 0 ? parts[0] : at === messages.length - 1 ? parts[1] : markdownOf(message);
      return withHeading(t, message, text);
    })
    .join('\n\n');

/** Code, and a few words of one paragraph, are copied as they stand. */
const isPlain = ({ commonAncestorContainer: within }: Range): boolean =>
  within instanceof Text || (within instanceof Element && within.closest('pre') !== null);

const copyWithin = (event: ClipboardEvent, range: Range): void => {
  const fragment = range.cloneContents();
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
  const parts = rows.map((row) => elementMarkdown(partOf(range, row))) as [string, string];
  const loaded = loadedMessages(first, last);
  if (loaded !== null) event.clipboardData?.setData('text/plain', joined(t, loaded, parts));
  else
    readMessages(first, last)
      .then((messages) => navigator.clipboard.writeText(joined(t, messages, parts)))
      .catch(tellError);
};

/** What is copied of the transcript is Markdown, and HTML beside it where it is of one message. */
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
      if (first === null || last === null || isPlain(range)) return;
      if (first === last) copyWithin(event, range);
      else copyAcross(event, range, [first, last], t);
    };
    element?.addEventListener('copy', copy);
    return () => element?.removeEventListener('copy', copy);
  }, [content, t]);
};

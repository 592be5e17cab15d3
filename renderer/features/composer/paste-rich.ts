import type { ClipboardEvent } from 'react';
import { isTooLongForBox } from '../../stores/composer-store';
import { tellError } from '../../stores/notices-store';
import { putInBox } from './edit-box';

/**
 * What is longer stays plain: Chromium puts a text that can be undone into a box line by line and lays the whole box out for
 * each, which takes seconds for a thousand lines.
 */
const MOST_LINES = 200;
/** In UTF-16 code units: Word's styles alone may be a hundred thousand. */
const LONGEST_HTML = 500_000;

const hasTooManyLines = (text: string): boolean => text.split('\n', MOST_LINES + 1).length > MOST_LINES;

/* Loaded when it is needed: most of what is pasted is plain. */
const markdownOf = async (html: string): Promise<string | null> => {
  const { pastedMarkdown } = await import('./pasted-markdown');
  return pastedMarkdown(html);
};

/** Puts Markdown in the place of the plain text, unless it is not there any more. */
const replacePlain = (box: HTMLTextAreaElement, from: number, plain: string, markdown: string): void => {
  const to = from + plain.length;
  if (box.value.slice(from, to) !== plain || box.selectionStart !== to) return;
  if (markdown === plain.trim() || hasTooManyLines(markdown) || hasTooManyLines(box.value)) return;
  const length = box.value.length - plain.length + markdown.length;
  // Markdown that is cut off at the end of what the box takes would be worse than the plain text.
  if (box.maxLength >= 0 && length > box.maxLength) return;
  if (!isTooLongForBox(box.value + markdown)) putInBox(box, from, to, markdown);
};

/**
 * Lets a text box take what is pasted as plain text, and then as the Markdown of its HTML: one undo gives the plain text
 * back. Pasting without formatting gives no HTML, and so stays plain.
 */
export const pasteRich = ({
  clipboardData,
  currentTarget: box,
}: ClipboardEvent<HTMLTextAreaElement>): void => {
  const html = clipboardData.getData('text/html');
  const plain = clipboardData.getData('text/plain').replaceAll(/\r\n?/g, '\n');
  if (html === '' || plain === '' || html.length > LONGEST_HTML || hasTooManyLines(plain)) return;
  const from = box.selectionStart;
  const converted = markdownOf(html);
  box.addEventListener(
    'input',
    () =>
      converted.then((markdown) => markdown !== null && replacePlain(box, from, plain, markdown), tellError),
    { once: true },
  );
};

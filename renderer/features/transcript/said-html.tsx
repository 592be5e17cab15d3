import type { TFunction } from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { streamedText } from '../../stores/streamed-text';
import { htmlForOthers } from '../markdown/element-markdown';
import { FormatsAtOnce } from '../markdown/ripening';
import { headingOf, type Said } from './messages-markdown';

/** More would hold up the page for seconds, and is more than other programs take; in UTF-16 code units. */
const MOST = 100_000;
/** How long the page may be kept from answering, in milliseconds. */
const STRETCH_MS = 12;

const formatted = async (text: string): Promise<Node> => {
  const { MarkdownText } = await import('../markdown/markdown-text');
  const box = document.createElement('div');
  const root = createRoot(box);
  flushSync(() =>
    root.render(
      <FormatsAtOnce value={true}>
        <MarkdownText text={streamedText(text)} grows={false} />
      </FormatsAtOnce>,
    ),
  );
  const copy = box.cloneNode(true);
  root.unmount();
  return copy;
};

/** A text as it was typed: other programs know no white space that is kept. */
const asTyped = (text: string): Node => {
  const paragraph = document.createElement('p');
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) paragraph.append(document.createElement('br'));
    paragraph.append(line);
  }
  return paragraph;
};

const saidHtml = async (t: TFunction, said: readonly Said[]): Promise<string> => {
  const fragment = document.createDocumentFragment();
  let end = performance.now() + STRETCH_MS;
  for (const { role, text } of said) {
    const heading = document.createElement('h2');
    heading.textContent = headingOf(t, role);
    fragment.append(heading, role === 'assistant' ? await formatted(text) : asTyped(text));
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + STRETCH_MS;
  }
  return htmlForOthers(fragment);
};

/**
 * What was said, for programs that take HTML: who said it as headings, replies formatted, other messages as they were typed.
 * Undefined where it is too long.
 */
export const htmlOf = (t: TFunction, said: readonly Said[]): Promise<string> | undefined =>
  said.reduce((sum, { text }) => sum + text.length, 0) > MOST ? undefined : saidHtml(t, said);

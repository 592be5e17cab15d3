import { elementMarkdown, isOwnHtml } from '../markdown/element-markdown';
import { tidyHtml } from './tidy-html';

/** What only HTML says. */
const SAYS_MORE =
  'a, blockquote, code, del, em, h1, h2, h3, h4, h5, h6, hr, img, li, pre, strong, table, .katex';

/** What no editor of code copies. */
const WRITTEN = 'a, h1, h2, h3, h4, h5, h6, li, p, table';

/** Code as editors and terminals copy it: its colours say nothing, its white space everything. */
const isEditors = (body: HTMLElement): boolean => {
  const first = body.querySelector(':scope > :not(meta)');
  if (!(first instanceof HTMLElement) || body.querySelector(WRITTEN) !== null) return false;
  return first.style.whiteSpace === 'pre' || /mono|consolas|courier|menlo/i.test(first.style.fontFamily);
};

/** The one thing that there is: what is around all of it only tells where it stood. */
const coreOf = (element: Element): Element => {
  const nodes = [...element.childNodes].filter(
    (node) => node instanceof Element || (node instanceof Text && node.data.trim() !== ''),
  );
  const [only] = nodes;
  return nodes.length === 1 && only instanceof Element && only.tagName !== 'TABLE' ? coreOf(only) : element;
};

/* The page's policy refuses every style that HTML brings along, and reports each: that would take seconds. */
const withSetAsideStyles = (html: string): string =>
  html.replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ' data-style='));

/**
 * The Markdown of HTML that is pasted; null where it says no more than the plain text beside it: a few words, code, what was
 * copied from this app.
 */
export const pastedMarkdown = (html: string): string | null => {
  // A document that is not shown: nothing in it is loaded or run.
  const { body } = new DOMParser().parseFromString(withSetAsideStyles(html), 'text/html');
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset.style ?? '';
  if (isOwnHtml(body) || isEditors(body)) return null;
  tidyHtml(body);
  const core = coreOf(body);
  return core.tagName === 'PRE' || core.querySelector(SAYS_MORE) === null ? null : elementMarkdown(body);
};

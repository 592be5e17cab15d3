import { makeList } from './word-lists';

/** What says nothing, or nothing that text can say. */
const DROPPED =
  'script, style, meta, link, title, template, noscript, iframe, object, svg, button, select, textarea, ' +
  'input:not([type="checkbox"]), [hidden]';

const NAMES: Readonly<Record<string, string>> = {
  B: 'strong',
  I: 'em',
  S: 'del',
  STRIKE: 'del',
  TT: 'code',
  KBD: 'code',
  SAMP: 'code',
  // Blocks by any other name; of some, the app leaves out its own.
  ...Object.fromEntries(
    'ADDRESS ASIDE CENTER DETAILS DD DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER MAIN NAV SUMMARY'
      .split(' ')
      .map((name) => [name, 'div']),
  ),
};

const BLOCK = 'blockquote, div, h1, h2, h3, h4, h5, h6, hr, li, ol, p, pre, table, ul';

/** What may hold a block; all else is within a line. */
const HOLDER = `${BLOCK}, article, section, tbody, td, tfoot, th, thead, tr`;

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

const rename = (element: Element, name: string): HTMLElement => {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
};

const isBold = ({ fontWeight }: CSSStyleDeclaration): boolean =>
  /^bold/.test(fontWeight) || Number(fontWeight) >= 600;

/** Google's documents are in a `<b>` that is not bold, with all that is in spans. */
const readStyle = (element: HTMLElement): void => {
  const { style, tagName } = element;
  const isHead = element.closest('h1, h2, h3, h4, h5, h6, th') !== null;
  if (style.display === 'none') element.remove();
  else if (tagName === 'B' && style.fontWeight !== '' && !isBold(style)) unwrap(element);
  else if (tagName === 'SPAN' && isBold(style) && !isHead) rename(element, 'strong');
  else if (tagName === 'SPAN' && style.fontStyle === 'italic') rename(element, 'em');
};

const nameAnew = (element: HTMLElement): void => {
  const name = NAMES[element.tagName];
  if (name !== undefined) rename(element, name);
};

const LANGUAGE = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s*)([\w+#-]+)/;

/** The language of code as sites name it: on it, within it or around it. */
const nameLanguage = (pre: HTMLElement): void => {
  const classes = [pre, pre.querySelector('code'), pre.parentElement].map((place) => place?.className ?? '');
  const language = classes.map((names) => LANGUAGE.exec(names)?.[1]).find((name) => name !== undefined);
  if (language !== undefined) pre.dataset.language = language;
  for (const lineBreak of pre.querySelectorAll('br')) lineBreak.replaceWith('\n');
};

/** A table with a table in it, or with one cell, only places things. */
const isLayout = (table: HTMLTableElement): boolean =>
  table.querySelector('table') !== null || table.querySelectorAll('td, th').length < 2;

const unwrapTable = (table: HTMLTableElement): void => {
  for (const cell of [...table.rows].flatMap(({ cells }) => [...cells])) rename(cell, 'div');
  for (const part of table.querySelectorAll('colgroup, thead, tbody, tfoot, tr')) {
    if (part.closest('table') === table) unwrap(part);
  }
  unwrap(table);
};

/** A list in a list belongs to the item before it. */
const moveIntoItem = (list: Element): void => {
  const before = list.previousElementSibling;
  if (before?.tagName === 'LI') before.append(list);
  else rename(list, 'li').append(list);
};

const nameLink = (link: HTMLAnchorElement): void => {
  const leads = /^(?:https?|mailto):/i.test(link.getAttribute('href') ?? '');
  if (!leads || (link.textContent.trim() === '' && link.querySelector('img') === null)) unwrap(link);
};

const nameImage = (image: HTMLImageElement): void => {
  const address = image.getAttribute('src') ?? '';
  if (!/^https?:/i.test(address)) image.replaceWith(image.alt);
};

const nameFormula = (formula: Element): void => {
  const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent.trim();
  if (tex !== undefined && formula.closest('.katex') === null) formula.replaceWith(`$${tex}$`);
};

/** Outside code, white space is a space, and none where a line begins. */
const collapseSpace = (body: HTMLElement): void => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
    if (text.parentElement?.closest('pre') !== null) continue;
    const spaced = text.data.replaceAll(/[\s\u00A0]+/g, ' ');
    text.data = text.previousSibling?.nodeName === 'BR' ? spaced.trimStart() : spaced;
  }
};

const each = <E extends Element>(body: HTMLElement, selector: string, change: (element: E) => void): void => {
  for (const element of body.querySelectorAll<E>(selector)) change(element);
};

/** Makes HTML of any program what the app itself would draw, as far as text can say it. */
export const tidyHtml = (body: HTMLElement): void => {
  each(body, DROPPED, (element) => element.remove());
  each(body, 'math', nameFormula);
  each(body, 'p[data-style*="mso-list"]', makeList);
  each(body, '[style]', readStyle);
  each(body, '*', nameAnew);
  each(body, 'caption', (caption) => caption.closest('table')?.before(rename(caption, 'div')));
  each(body, 'table', (table: HTMLTableElement) => isLayout(table) && unwrapTable(table));
  each(body, 'pre', nameLanguage);
  each(body, 'pre *', unwrap);
  each(body, ':is(ol, ul) > :is(ol, ul)', moveIntoItem);
  each(body, 'a', nameLink);
  each(body, 'img', nameImage);
  each(body, `:not(${HOLDER})`, (inline) => inline.querySelector(BLOCK) !== null && unwrap(inline));
  collapseSpace(body);
};

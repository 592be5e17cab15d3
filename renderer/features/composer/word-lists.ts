/** How deep Word says that a paragraph stands in a list, from 1. */
const levelOf = (paragraph: HTMLElement): number =>
  Number(/mso-list:[^;]*level(\d)/.exec(paragraph.dataset.style ?? '')?.[1] ?? 1);

const lastListOf = (before: Element | null): Element | null =>
  before !== null && /^[OU]L$/.test(before.tagName) ? before : null;

/** The list that the next item at this level goes into: an open one, or a new one in the last item. */
const openList = (paragraph: HTMLElement, name: string): Element => {
  const { ownerDocument: document, previousElementSibling: before } = paragraph;
  let list = lastListOf(before);
  if (list === null) {
    list = document.createElement(name);
    paragraph.before(list);
  }
  for (let level = levelOf(paragraph); level > 1; level -= 1) {
    const item: Element = list.lastElementChild ?? list.appendChild(document.createElement('li'));
    list = lastListOf(item.lastElementChild) ?? item.appendChild(document.createElement(name));
  }
  return list;
};

/**
 * Makes an item of a list of what Word (to the clipboard) writes as a paragraph: its bullet or number is a span with the
 * style `mso-list:Ignore`.
 */
export const makeList = (paragraph: HTMLElement): void => {
  const marker = paragraph.querySelector('[data-style*="mso-list:Ignore"]');
  const isNumbered = /^\s*[\da-z]+[.)]/i.test(marker?.textContent ?? '');
  marker?.remove();
  const item = paragraph.ownerDocument.createElement('li');
  const list = openList(paragraph, isNumbered ? 'ol' : 'ul');
  item.append(...paragraph.childNodes);
  list.append(item);
  paragraph.remove();
};

import { makeBare } from './element-markdown';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Without it Excel takes UTF-8 for something else, and shows Chinese as noise. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as CSV (RFC 4180): the words of its cells, formulas as TeX. */
export const csvOf = (table: HTMLTableElement): string => {
  const copy = document.createElement('table');
  copy.append(...[...table.children].map((part) => part.cloneNode(true)));
  makeBare(copy);
  for (const lineBreak of copy.querySelectorAll('br')) lineBreak.replaceWith('\n');
  const lines = [...copy.rows].map(({ cells }) =>
    [...cells].map(({ textContent }) => quoted(textContent.trim().replaceAll(/\s*\n\s*/g, '\n'))).join(','),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
};

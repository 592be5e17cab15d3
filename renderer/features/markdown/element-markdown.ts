/** What of a message is not said in it: buttons, facts, what only screen readers hear. */
const SKIPPED =
  'button, footer, figcaption, svg, textarea, [data-unsearched], [role="status"], .hidden-visually';

const BLOCKS = new Set(
  'ARTICLE BLOCKQUOTE DIV FIGURE H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TBODY THEAD TR UL'.split(' '),
);

const TABLE_PARTS = new Set(['TABLE', 'THEAD', 'TBODY']);

const isBlock = (node: Node): node is Element => node instanceof Element && BLOCKS.has(node.tagName);

const isFormula = (element: Element): boolean => element.matches('.katex, .katex-display');

const texOf = (element: Element): string =>
  element.querySelector('annotation[encoding="application/x-tex"]')?.textContent?.trim() ?? '';

/** A fence, or inline marks, that what they hold cannot end. */
const marksAround = (text: string, least: number): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
};

const inlineCode = (text: string): string => {
  const marks = marksAround(text, 1);
  return marks.length > 1 ? `${marks} ${text} ${marks}` : `\`${text}\``;
};

/** Marks around words: a space between a mark and its word would make it no mark. */
const around = (marks: string, text: string): string => {
  const words = text.trim();
  return words === '' ? text : text.replace(words, () => `${marks}${words}${marks}`);
};

const formulaOf = (element: Element): string => {
  const marks = element.matches('.katex-display') ? '$$' : '$';
  return `${marks}${texOf(element)}${marks}`;
};

const linkOf = (link: Element): string => {
  const [text, address] = [inlineOf(link), link.getAttribute('href') ?? ''];
  return text === address ? text : `[${text}](${address})`;
};

const imageOf = (alt: string | null | undefined, address: string | null): string =>
  `![${alt ?? ''}](${address ?? ''})`;

/** What is drawn as something else than what stands for it in Markdown; undefined: nothing is. */
const standsFor = (element: Element): string | undefined => {
  if (isFormula(element)) return formulaOf(element);
  const { note, image, alt } = element instanceof HTMLElement ? element.dataset : {};
  if (note !== undefined) return `[^${note}]`;
  return image === undefined ? undefined : imageOf(alt, image);
};

const taskOf = (box: Element): string => {
  const mark = box.hasAttribute('checked') ? '[x]' : '[ ]';
  return /^\s/.test(box.nextSibling?.textContent ?? '') ? mark : `${mark} `;
};

const inlineOf = (node: Node): string => [...node.childNodes].map(inline).join('');

const inline = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches(SKIPPED)) return '';
  const other = standsFor(node);
  if (other !== undefined) return other;
  switch (node.tagName) {
    case 'STRONG':
      return around('**', inlineOf(node));
    case 'EM':
      return around('*', inlineOf(node));
    case 'DEL':
      return around('~~', inlineOf(node));
    case 'CODE':
      return inlineCode(node.textContent ?? '');
    case 'BR':
      // A second line end, after the one that stands there already, would begin a paragraph.
      return node.nextSibling?.textContent?.startsWith('\n') ? '  ' : '  \n';
    case 'A':
      return linkOf(node);
    case 'IMG':
      return imageOf(node.getAttribute('alt'), node.getAttribute('src'));
    case 'INPUT':
      return taskOf(node);
    default:
      return inlineOf(node);
  }
};

const indented = (text: string, first: string): string =>
  first + text.replaceAll('\n', `\n${' '.repeat(first.length)}`);

const listOf = (list: Element): string => {
  const start = Number(list.getAttribute('start') ?? 1);
  const markOf = ({ dataset: { note } }: HTMLElement, at: number) => {
    if (note !== undefined) return `[^${note}]: `;
    return list.tagName === 'OL' ? `${start + at}. ` : '- ';
  };
  return [...list.querySelectorAll<HTMLElement>(':scope > li')]
    .map((item, at) => indented(blocksOf(item).join('\n'), markOf(item, at)))
    .join('\n');
};

const cellOf = (cell: Element): string =>
  blocksOf(cell)
    .join('\n')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, '<br>');

const RULES: Readonly<Record<string, string>> = { left: ':--', center: ':-:', right: '--:' };

const ruleOf = (cell: Element | undefined): string =>
  (cell instanceof HTMLElement && RULES[cell.style.textAlign]) || '---';

/* A row may not have more cells than the first: they would not be shown. */
const tableOf = (table: ParentNode): string => {
  const rows = [...table.querySelectorAll('tr')].map(({ children }) => [...children]);
  const columns = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, at) => at);
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const lines = rows.map((cells) =>
    line(columns.map((at) => (cells[at] === undefined ? '' : cellOf(cells[at])))),
  );
  return lines.toSpliced(1, 0, line(columns.map((at) => ruleOf(rows[0]?.[at])))).join('\n');
};

const codeOf = (element: Element): string => {
  const code = (element.querySelector('pre') ?? element).textContent?.replace(/\n$/, '') ?? '';
  const fence = marksAround(code, 3);
  const language = element.closest<HTMLElement>('[data-language]')?.dataset.language ?? '';
  return `${fence}${language}\n${code}\n${fence}`;
};

const quoteOf = (quote: Element): string => {
  const alert = quote.getAttribute('data-alert');
  const mark = alert === null ? '' : `[!${alert.toUpperCase()}]\n`;
  return (mark + blocksOf(quote).join('\n\n')).replaceAll(/^/gm, '> ');
};

const blockOf = (element: Element): readonly string[] => {
  if (element.matches(SKIPPED)) return [];
  const { tagName } = element;
  if (tagName === 'PRE' || (tagName === 'FIGURE' && element.querySelector('pre') !== null))
    return [codeOf(element)];
  if (tagName === 'UL' || tagName === 'OL') return [listOf(element)];
  if (TABLE_PARTS.has(tagName)) return element.querySelector('tr') === null ? [] : [tableOf(element)];
  if (tagName === 'HR') return ['---'];
  if (tagName === 'BLOCKQUOTE') return [quoteOf(element)];
  const level = /^H([1-6])$/.exec(tagName)?.[1];
  return level === undefined
    ? blocksOf(element)
    : [`${'#'.repeat(Number(level))} ${inlineOf(element).trim()}`];
};

/** What is in an element, block by block; text that stands between blocks is one of its own. */
const blocksOf = (parent: Node): readonly string[] => {
  const blocks: string[] = [];
  let text = '';
  const end = () => {
    if (text.trim() !== '') blocks.push(text.trim());
    text = '';
  };
  for (const node of parent.childNodes) {
    if (!isBlock(node)) text += inline(node);
    else {
      end();
      blocks.push(...blockOf(node));
    }
  }
  end();
  return blocks;
};

/**
 * The Markdown of elements as this app draws messages, be they a part of one. Nothing is escaped: it is what one would
 * write, to be read by people and models.
 */
export const elementMarkdown = (parent: ParentNode): string =>
  // A table, or some rows of one without the table around them.
  parent.firstElementChild?.matches('thead, tbody, tr') ? tableOf(parent) : blocksOf(parent).join('\n\n');

/** What tells other HTML that is pasted from what is Markdown already. */
const OWN = 'data-parlance';

/** True for HTML that came from here: the text beside it is Markdown. */
export const isOwnHtml = (body: ParentNode): boolean => body.querySelector(`[${OWN}]`) !== null;

/** Takes the buttons out of elements, and puts in place of a formula its TeX, of an image that was not loaded its address. */
export const makeBare = (parent: ParentNode): void => {
  // What kind of alert it is would be said by nothing else.
  for (const tool of parent.querySelectorAll(SKIPPED)) if (!tool.matches('[data-alert] > p')) tool.remove();
  for (const formula of parent.querySelectorAll('.katex-display, :not(.katex-display) > .katex'))
    formula.replaceWith(formulaOf(formula));
  for (const image of parent.querySelectorAll<HTMLElement>('[data-image]')) {
    const link = document.createElement('a');
    const { image: address = '', alt } = image.dataset;
    link.href = address;
    link.textContent = alt || address;
    image.replaceWith(link);
  }
};

/** The HTML of a part of a message for other programs. */
export const htmlForOthers = (fragment: Node): string => {
  const box = document.createElement('div');
  box.setAttribute(OWN, '');
  box.append(fragment);
  makeBare(box);
  return box.outerHTML;
};

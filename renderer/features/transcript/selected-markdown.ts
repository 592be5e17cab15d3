/** What of a message is not said in it: buttons, facts, what only screen readers hear. */
const SKIPPED =
  'button, footer, figcaption, svg, textarea, [data-unsearched], [role="status"], .hidden-visually';

const BLOCKS = new Set(
  'ARTICLE BLOCKQUOTE DIV FIGURE H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TBODY THEAD TR UL'.split(' '),
);

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

const around = (marks: string, text: string): string =>
  text.trim() === '' ? text : `${marks}${text}${marks}`;

const inlineOf = (node: Node): string => [...node.childNodes].map(inline).join('');

const inline = (node: Node): string => {
  if (!(node instanceof Element)) return node.textContent ?? '';
  if (node.matches(SKIPPED)) return '';
  if (isFormula(node)) return node.matches('.katex-display') ? `$$${texOf(node)}$$` : `$${texOf(node)}$`;
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
      return '  \n';
    case 'A':
      return `[${inlineOf(node)}](${node.getAttribute('href') ?? ''})`;
    case 'IMG':
      return `![${node.getAttribute('alt') ?? ''}](${node.getAttribute('src') ?? ''})`;
    case 'INPUT':
      return node.hasAttribute('checked') ? '[x] ' : '[ ] ';
    default:
      return inlineOf(node);
  }
};

const indented = (text: string, first: string): string =>
  first + text.replaceAll('\n', `\n${' '.repeat(first.length)}`);

const listOf = (list: Element): string => {
  const start = Number(list.getAttribute('start') ?? 1);
  const items = [...list.children].filter(({ tagName }) => tagName === 'LI');
  return items
    .map((item, at) => indented(blocksOf(item).join('\n'), list.tagName === 'OL' ? `${start + at}. ` : '- '))
    .join('\n');
};

const tableOf = (table: Element): string => {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => inlineOf(cell).trim().replaceAll('|', '\\|')),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(head.map(() => '---')), ...others.map(line)].join('\n');
};

const codeOf = (element: Element): string => {
  const code = (element.querySelector('pre') ?? element).textContent?.replace(/\n$/, '') ?? '';
  const fence = marksAround(code, 3);
  const language = element.closest<HTMLElement>('[data-language]')?.dataset.language ?? '';
  return `${fence}${language}\n${code}\n${fence}`;
};

const blockOf = (element: Element): readonly string[] => {
  if (element.matches(SKIPPED)) return [];
  const { tagName } = element;
  if (tagName === 'PRE' || (tagName === 'FIGURE' && element.querySelector('pre') !== null))
    return [codeOf(element)];
  if (tagName === 'UL' || tagName === 'OL') return [listOf(element)];
  if (tagName === 'TABLE') return [tableOf(element)];
  if (tagName === 'HR') return ['---'];
  if (tagName === 'BLOCKQUOTE') return [blocksOf(element).join('\n\n').replaceAll(/^/gm, '> ')];
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
 * The Markdown of what is selected of a message, from the elements that it was drawn as. Nothing is escaped: it is what one
 * would write, to be read by people and models.
 */
export const selectedMarkdown = (fragment: Node): string => blocksOf(fragment).join('\n\n');

/** The HTML of what is selected of a message, without its buttons. */
export const withoutTools = (fragment: DocumentFragment): string => {
  const box = document.createElement('div');
  box.append(fragment);
  for (const tool of box.querySelectorAll(SKIPPED)) tool.remove();
  return box.innerHTML;
};

import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { type Formula, putEscapesBack, putFormulasBack, splitAtFormulas } from './formulas';

/* Chinese and Japanese are written without spaces; a line that ends in them goes on without one. Korean has spaces. */
const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60]`;
const BREAK_IN_CHINESE = new RegExp(`(?<=${WIDE})\\n(?=${WIDE})`, 'gu');
const LINE_BREAK_TAG = /^<br\s*\/?>$/i;

const toFormula = ({ tex, display }: Formula): PhrasingContent => ({
  type: 'inlineCode',
  value: tex,
  data: {
    hProperties: { className: [display ? 'math-display' : 'math-inline'] },
    // Code within a line would lose its line ends, and with them the ends of TeX's comments.
    hChildren: [{ type: 'text', value: tex }],
  },
});

const readText = (value: string, formulas: readonly Formula[]): PhrasingContent[] => {
  const joined = value.replace(BREAK_IN_CHINESE, '');
  if (formulas.length === 0) return [{ type: 'text', value: joined }];
  return splitAtFormulas(joined, formulas).map((part) =>
    typeof part === 'string' ? { type: 'text', value: part } : toFormula(part),
  );
};

const restore = (node: Nodes, formulas: readonly Formula[]): void => {
  if ('value' in node) node.value = putFormulasBack(node.value, formulas);
  if ('url' in node) node.url = putEscapesBack(node.url, formulas);
  if ('title' in node && typeof node.title === 'string') node.title = putEscapesBack(node.title, formulas);
  if ('alt' in node && typeof node.alt === 'string') node.alt = putEscapesBack(node.alt, formulas);
};

const replaced = (child: Nodes, formulas: readonly Formula[]): Nodes[] => {
  if (child.type === 'text') return readText(child.value, formulas);
  if (child.type === 'html' && LINE_BREAK_TAG.test(child.value)) return [{ type: 'break' }];
  if (formulas.length > 0) restore(child, formulas);
  if ('children' in child) readChildren(child, formulas);
  return [child];
};

const readChildren = (parent: Parents, formulas: readonly Formula[]): void => {
  // Text is only ever replaced by what may stand where text stood.
  parent.children = parent.children.flatMap((child) => replaced(child, formulas)) as typeof parent.children;
};

/**
 * A plugin of remark: puts the formulas where their marks are, joins lines of Chinese without a space, and lets `<br>`,
 * the one tag that tables cannot do without, break the line.
 */
export const finishTree = (formulas: readonly Formula[]) => (root: Nodes) => {
  if ('children' in root) readChildren(root, formulas);
};

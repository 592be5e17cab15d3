import hljs from 'highlight.js/lib/core';
import { type Markup, readMarkup } from '../markup';
import { type Grammar, loadGrammar } from './languages';

/** A stretch of code of one colour; `kind` is what highlight.js calls it ("keyword"), empty for none. */
export interface Stretch {
  readonly kind: string;
  readonly text: string;
}

/** A line of code, without its end. */
export type ColouredLine = readonly Stretch[];

/** Longer lines are not coloured: such code is written by machines, and grammars may take seconds for it. */
const LONGEST_LINE = 5000;

const flatten = (markup: readonly Markup[], kind: string): readonly Stretch[] =>
  markup.flatMap((part) => {
    if (typeof part === 'string') return [{ kind, text: part }];
    const own = /^hljs-(\w+)/.exec(part.attributes.class ?? '')?.[1];
    return flatten(part.children, own ?? kind);
  });

const toLines = (stretches: readonly Stretch[]): readonly ColouredLine[] => {
  const lines: Stretch[][] = [[]];
  for (const { kind, text } of stretches) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    });
  }
  return lines;
};

/** Colours code, line by line. The text is the same as that of `code`. */
export const highlight = async (grammar: Grammar, code: string): Promise<readonly ColouredLine[]> => {
  const plain = () => toLines([{ kind: '', text: code }]);
  if (code.split('\n').some((line) => line.length > LONGEST_LINE)) return plain();
  if (hljs.getLanguage(grammar) === undefined) hljs.registerLanguage(grammar, await loadGrammar(grammar));
  const lines = toLines(
    flatten(readMarkup(hljs.highlight(code, { language: grammar, ignoreIllegals: true }).value), ''),
  );
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n') === code ? lines : plain();
};

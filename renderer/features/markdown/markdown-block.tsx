import type { Element, Root } from 'hast';
import { type ComponentProps, memo } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ErrorBoundary } from '../../ui/error-boundary';
import { textDirection } from '../../ui/text-direction';
import { readAlerts } from './alerts';
import { friendlyToChinese } from './chinese';
import { markdownComponents } from './components';
import { noteLabel } from './definitions';
import { takeFormulas } from './formulas';
import { longText } from './long-text';
import styles from './markdown.module.css';
import { finishTree } from './markdown-tree';
import { mend } from './mend';
import { useRipe } from './ripening';
import { isInlineImage, isOpenableLink } from './safe-url';

/** A longer block is formatted only once it is complete: doing it anew for every token would freeze the page. */
const LONGEST_GROWING_BLOCK = 8000;

type MarkdownOptions = ComponentProps<typeof ReactMarkdown>;

// An address that may not be used becomes empty; the components then show text in its place.
const keepSafeUrl = (url: string): string => (isOpenableLink(url) || isInlineImage(url) ? url : '');

/* The number, and the way to the footnote, are known to the component; the note itself stands at the end of the text. */
const rehypeOptions: NonNullable<MarkdownOptions['remarkRehypeOptions']> = {
  handlers: {
    footnoteReference: (_state, node: { readonly identifier: string }): Element => ({
      type: 'element',
      tagName: 'sup',
      properties: {},
      children: [{ type: 'text', value: noteLabel(node.identifier) }],
    }),
  },
};

/** Which part of the block is shown: all of it, or the items of its list, or the head or rows of its table. */
export type Part = 'whole' | 'items' | 'head' | 'rows';

const HOLDERS: Readonly<Record<Exclude<Part, 'whole'>, readonly string[]>> = {
  items: ['ol', 'ul'],
  head: ['table'],
  rows: ['table'],
};
const WANTED: Readonly<Record<Exclude<Part, 'whole'>, string>> = {
  items: 'li',
  head: 'thead',
  rows: 'tbody',
};

/** A plugin of rehype that keeps only a part of the block. */
const onlyPart = (part: Exclude<Part, 'whole'>) => () => (root: Root) => {
  root.children = root.children
    .filter((child): child is Element => child.type === 'element' && HOLDERS[part].includes(child.tagName))
    .flatMap(({ children }) => children)
    .filter((child): child is Element => child.type === 'element' && child.tagName === WANTED[part]);
};

const partPlugins: Readonly<Record<Part, NonNullable<MarkdownOptions['rehypePlugins']>>> = {
  whole: [],
  items: [onlyPart('items')],
  head: [onlyPart('head')],
  rows: [onlyPart('rows')],
};

/** A plugin of rehype that lets each element of the top level be written in its own direction. */
const eitherDirection = () => (root: Root) => {
  for (const child of root.children) if (child.type === 'element') child.properties.dir = 'auto';
};

const Formatted = ({ source, part }: { readonly source: string; readonly part: Part }) => {
  const { text, formulas } = takeFormulas(source);
  return (
    <ReactMarkdown
      remarkPlugins={[
        [remarkGfm, { singleTilde: false }],
        friendlyToChinese,
        readAlerts,
        [finishTree, formulas],
      ]}
      remarkRehypeOptions={rehypeOptions}
      rehypePlugins={[...(textDirection(source) ? [eitherDirection] : []), ...partPlugins[part]]}
      components={markdownComponents}
      urlTransform={keepSafeUrl}
    >
      {text}
    </ReactMarkdown>
  );
};

interface PlainBlockProps {
  readonly source: string;
  readonly part?: Part;
}

/** Text as it was written. */
export const PlainBlock = ({ source, part = 'whole' }: PlainBlockProps) => {
  const text = source.trimEnd();
  if (part === 'items') return <li className={styles.plain}>{text}</li>;
  if (part === 'head') return null;
  if (part === 'whole')
    return (
      <p className={styles.plain} dir={textDirection(text)}>
        {longText(text)}
      </p>
    );
  return (
    <tbody>
      <tr>
        <td className={styles.plain}>{text}</td>
      </tr>
    </tbody>
  );
};

interface MarkdownBlockProps {
  readonly source: string;
  /** Definitions it uses that stand elsewhere. */
  readonly preamble: string;
  /** True while text may still be appended to it. */
  readonly grows: boolean;
  readonly part?: Part;
}

/** A block of Markdown, plain until there was time to format it. */
export const MarkdownBlock = memo(({ source, preamble, grows, part = 'whole' }: MarkdownBlockProps) => {
  const ripe = useRipe();
  const plain = <PlainBlock source={source} part={part} />;
  if (!ripe || (grows && source.length > LONGEST_GROWING_BLOCK)) return plain;
  return (
    <ErrorBoundary fallback={plain}>
      <Formatted source={preamble + (grows ? mend(source) : source)} part={part} />
    </ErrorBoundary>
  );
});

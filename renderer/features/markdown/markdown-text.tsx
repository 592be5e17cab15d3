import { memo, useState } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ErrorBoundary } from '../../ui/error-boundary';
import { type Block, nothingSplit, type SplitText, splitBlocks } from './blocks';
import { CodeBlock } from './code-block';
import { markdownComponents } from './components';
import styles from './markdown.module.css';
import { useRipe } from './ripening';
import { isInlineImage, isOpenableLink } from './safe-url';

const plugins = [remarkGfm];

// An address that may not be used becomes empty; the components then show text in its place.
const keepSafeUrl = (url: string): string => (isOpenableLink(url) || isInlineImage(url) ? url : '');

/** A longer block is formatted only once it is complete: doing it anew for every token would freeze the page. */
const LONGEST_GROWING_BLOCK = 8000;

const PlainBlock = ({ source }: { readonly source: string }) => (
  <p className={styles.plain}>{source.trimEnd()}</p>
);

interface MarkdownBlockProps {
  readonly source: string;
  /** True while text may still be appended to it. */
  readonly grows: boolean;
}

const MarkdownBlock = memo(({ source, grows }: MarkdownBlockProps) => {
  const ripe = useRipe();
  if (!ripe || (grows && source.length > LONGEST_GROWING_BLOCK)) return <PlainBlock source={source} />;
  return (
    <ErrorBoundary fallback={<PlainBlock source={source} />}>
      <ReactMarkdown remarkPlugins={plugins} components={markdownComponents} urlTransform={keepSafeUrl}>
        {source}
      </ReactMarkdown>
    </ErrorBoundary>
  );
});

const view = (block: Block, index: number, grows: boolean) => {
  switch (block.kind) {
    case 'code':
      return <CodeBlock key={index} language={block.language} code={block.code} />;
    case 'html':
    case 'plain':
      return <PlainBlock key={index} source={block.source} />;
    case 'markdown':
      return <MarkdownBlock key={index} source={block.source} grows={grows} />;
  }
};

/** Keeps the last split, so that a text that grows is read again only at its end. */
const makeSplitter = () => {
  let last: SplitText = nothingSplit;
  return (text: string): readonly Block[] => {
    last = splitBlocks(last, text);
    return last.blocks;
  };
};

interface MarkdownTextProps {
  readonly text: string;
  /** True while more of the text is to come. */
  readonly grows: boolean;
}

/** Shows Markdown. Raw HTML is text, remote images are not loaded, links are opened by the system. */
export const MarkdownText = ({ text, grows }: MarkdownTextProps) => {
  const [split] = useState(makeSplitter);
  const blocks = split(text);
  return (
    <div className={styles.markdown}>
      {blocks.map((block, index) => view(block, index, grows && index === blocks.length - 1))}
    </div>
  );
};

import { memo, useState } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { type Block, nothingSplit, type SplitText, splitBlocks } from './blocks';
import { CodeBlock } from './code-block';
import { markdownComponents } from './components';
import styles from './markdown.module.css';
import { isInlineImage, isOpenableLink } from './safe-url';

const plugins = [remarkGfm];

// An address that may not be used becomes empty; the components then show text in its place.
const keepSafeUrl = (url: string): string => (isOpenableLink(url) || isInlineImage(url) ? url : '');

const MarkdownBlock = memo(({ source }: { readonly source: string }) => (
  <ReactMarkdown remarkPlugins={plugins} components={markdownComponents} urlTransform={keepSafeUrl}>
    {source}
  </ReactMarkdown>
));

const view = (block: Block, index: number) => {
  switch (block.kind) {
    case 'code':
      return <CodeBlock key={index} language={block.language} code={block.code} />;
    case 'html':
      return (
        <p key={index} className={styles.html}>
          {block.source.trimEnd()}
        </p>
      );
    case 'markdown':
      return <MarkdownBlock key={index} source={block.source} />;
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

/** Shows Markdown. Raw HTML is text, remote images are not loaded, links are opened by the system. */
export const MarkdownText = ({ text }: { readonly text: string }) => {
  const [split] = useState(makeSplitter);
  return <div className={styles.markdown}>{split(text).map(view)}</div>;
};

import { memo } from 'react';
import { textDirection } from '../../ui/text-direction';
import type { Block, CodePiece } from './blocks';
import { CodeBlock } from './code-block';
import type { Group } from './groups';
import { lineAt, openedItem } from './lines';
import { MarkdownBlock, type Part, PlainBlock } from './markdown-block';
import { PageBox } from './page-box';
import { Table } from './table';

type MarkdownPiece = Extract<Block, { readonly kind: 'markdown' }>;

interface BlockGroupProps {
  readonly blocks: Group;
  /** What each block uses that is defined elsewhere. */
  readonly preambles: readonly string[];
  /** True while text may still be appended to the last block. */
  readonly grows: boolean;
}

const isCode = (block: Block): block is CodePiece => block.kind === 'code';
const isMarkdown = (block: Block): block is MarkdownPiece => block.kind === 'markdown';

const sourceOf = ({ source, joins }: MarkdownPiece): string =>
  joins?.kind === 'table' ? joins.head + source : source;

/** A long list, or table, in pieces that are each remembered on their own. */
const JoinedBlocks = ({ blocks, preambles, grows }: BlockGroupProps) => {
  const pieces = blocks.filter(isMarkdown);
  const first = pieces[0]?.source ?? '';
  const dir = textDirection(first);
  const show = (piece: MarkdownPiece, index: number, part: Part) => (
    <MarkdownBlock
      key={`${part}${index}`}
      source={sourceOf(piece)}
      preamble={preambles[index] ?? ''}
      grows={grows && index === pieces.length - 1}
      part={part}
    />
  );
  if (pieces[1]?.joins?.kind === 'table') {
    return (
      <Table dir={dir}>
        {pieces.slice(0, 1).map((piece) => show(piece, 0, 'head'))}
        {pieces.map((piece, index) => show(piece, index, 'rows'))}
      </Table>
    );
  }
  const items = pieces.map((piece, index) => show(piece, index, 'items'));
  const number = openedItem(lineAt(first, 0).text)?.number ?? null;
  return number === null ? (
    <ul dir={dir}>{items}</ul>
  ) : (
    <ol start={number} dir={dir}>
      {items}
    </ol>
  );
};

const SingleBlock = ({ block, preamble, grows }: { block: Block; preamble: string; grows: boolean }) =>
  isMarkdown(block) ? (
    <MarkdownBlock source={block.source} preamble={preamble} grows={grows} />
  ) : (
    <PlainBlock source={isCode(block) ? block.code : block.source} />
  );

const sameGroup = (a: BlockGroupProps, b: BlockGroupProps): boolean =>
  a.grows === b.grows &&
  a.blocks.length === b.blocks.length &&
  a.blocks.every((block, index) => block === b.blocks[index]) &&
  a.preambles.every((preamble, index) => preamble === b.preambles[index]);

/** Blocks that are shown as one: a paragraph, a block of code, a long list. */
const BlockGroup = memo(({ blocks, preambles, grows }: BlockGroupProps) => {
  const [first] = blocks;
  if (isCode(first))
    return <CodeBlock language={first.language} pieces={blocks.filter(isCode)} grows={grows} />;
  return blocks.length > 1 ? (
    <JoinedBlocks blocks={blocks} preambles={preambles} grows={grows} />
  ) : (
    <SingleBlock block={first} preamble={preambles[0] ?? ''} grows={grows} />
  );
}, sameGroup);

/** What a part of a text is shown with. */
export interface PartProps {
  readonly preambleOf: (block: Block) => string;
  /** True while text may still be appended to the last block. */
  readonly grows: boolean;
  /** True when text that is appended goes to a later part. */
  readonly isSettled: boolean;
}

interface BlockPageProps extends PartProps {
  readonly groups: readonly Group[];
}

const samePage = (a: BlockPageProps, b: BlockPageProps): boolean =>
  a.grows === b.grows &&
  a.isSettled === b.isSettled &&
  ((a.groups === b.groups && a.preambleOf === b.preambleOf) ||
    (a.groups.length === b.groups.length &&
      a.groups.every((group, index) => {
        const other = b.groups[index];
        return (
          group.length === other?.length &&
          group.every((block, at) => block === other[at] && a.preambleOf(block) === b.preambleOf(block))
        );
      })));

/** Some blocks of a text. */
export const BlockPage = memo(
  ({ groups, preambleOf, grows, isSettled }: BlockPageProps) => (
    <PageBox isSettled={isSettled}>
      {groups.map((group, index) => (
        <BlockGroup
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
          key={index}
          blocks={group}
          preambles={group.map(preambleOf)}
          grows={grows && index === groups.length - 1}
        />
      ))}
    </PageBox>
  ),
  samePage,
);

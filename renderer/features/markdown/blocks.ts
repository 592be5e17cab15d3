import { Lexer, type Token, type Tokens } from 'marked';

/** A piece of Markdown that is rendered, and remembered, on its own. */
export type Block =
  | { readonly kind: 'markdown'; readonly source: string }
  /** Raw HTML: shown as the text it is. */
  | { readonly kind: 'html'; readonly source: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string };

/** A text split into blocks. The first `settledCount` blocks cannot change by text that is appended. */
export interface SplitText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly settledCount: number;
  /** Length of the text that the settled blocks were made of, in UTF-16 code units. */
  readonly settledLength: number;
}

/** No text yet. */
export const nothingSplit: SplitText = { text: '', blocks: [], settledCount: 0, settledLength: 0 };

/*
 * What is appended can reach back over one block: "-" after a list is a paragraph until "- b" makes it the list's next
 * item. So the last two blocks are always read again.
 */
const UNSETTLED_BLOCKS = 2;

const isFenced = (token: Token): token is Tokens.Code =>
  token.type === 'code' && 'codeBlockStyle' in token === false;

const toBlock = (token: Token): Block => {
  if (isFenced(token))
    return { kind: 'code', language: token.lang?.split(/\s/, 1)[0] ?? '', code: token.text };
  return { kind: token.type === 'html' ? 'html' : 'markdown', source: token.raw };
};

const lex = (source: string): readonly Token[] => new Lexer({ gfm: true }).blockTokens(source, []);

/** Index (among all tokens) from which tokens may still change. */
const firstUnsettled = (tokens: readonly Token[]): number => {
  const solid = tokens.flatMap((token, index) => (token.type === 'space' ? [] : [index]));
  return solid.at(-UNSETTLED_BLOCKS) ?? 0;
};

const lengthOf = (tokens: readonly Token[]): number => tokens.reduce((sum, { raw }) => sum + raw.length, 0);

const toBlocks = (tokens: readonly Token[]): readonly Block[] =>
  tokens.filter(({ type }) => type !== 'space').map(toBlock);

/**
 * Splits a text into blocks, reading again only what is not settled when `text` goes on from `previous.text`.
 * Feeding a text piece by piece gives the same blocks as splitting it at once.
 */
export const splitBlocks = (previous: SplitText, raw: string): SplitText => {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (text === previous.text) return previous;
  const base = text.startsWith(previous.text) ? previous : nothingSplit;
  const tokens = lex(text.slice(base.settledLength));
  const settled = tokens.slice(0, firstUnsettled(tokens));
  const newlySettled = toBlocks(settled);
  const kept = base.blocks.slice(0, base.settledCount);
  return {
    text,
    blocks: [...kept, ...newlySettled, ...toBlocks(tokens.slice(settled.length))],
    settledCount: kept.length + newlySettled.length,
    settledLength: base.settledLength + lengthOf(settled),
  };
};

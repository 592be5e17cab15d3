import { Lexer, type Token, type Tokens } from 'marked';
import { coverDeepLines, hasEndlessWord } from './hostile';

/** A piece of Markdown that is rendered, and remembered, on its own. */
export type Block =
  | { readonly kind: 'markdown'; readonly source: string }
  /** Raw HTML: shown as the text it is. */
  | { readonly kind: 'html'; readonly source: string }
  /** Text that would be too much to format. */
  | { readonly kind: 'plain'; readonly source: string }
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

/** A block, and the text it was read from; null for empty lines. */
interface Piece {
  readonly raw: string;
  readonly block: Block | null;
}

const isFenced = (token: Token): token is Tokens.Code =>
  token.type === 'code' && 'codeBlockStyle' in token === false;

const lex = (source: string): readonly Token[] => new Lexer({ gfm: true }).blockTokens(source, []);

/** `raw` is what the token stands for: the same, unless lines of it are covered. */
const toBlock = (token: Token, raw: string): Block => {
  if (isFenced(token)) {
    // Marks in code nest nothing.
    const uncovered = token.raw === raw ? token : lex(raw).find(isFenced);
    const code = uncovered?.text ?? token.text;
    return { kind: 'code', language: token.lang?.split(/\s/, 1)[0] ?? '', code };
  }
  if (token.raw !== raw || hasEndlessWord(raw)) return { kind: 'plain', source: raw };
  return { kind: token.type === 'html' ? 'html' : 'markdown', source: raw };
};

const readPieces = (source: string): readonly Piece[] => {
  let end = 0;
  return lex(coverDeepLines(source)).map((token) => {
    const raw = source.slice(end, end + token.raw.length);
    end += raw.length;
    return { raw, block: token.type === 'space' ? null : toBlock(token, raw) };
  });
};

/** Never throws: what the parser cannot bear is one block of plain text. */
const toPieces = (source: string): readonly Piece[] => {
  try {
    return readPieces(source);
  } catch {
    return [{ raw: source, block: { kind: 'plain', source } }];
  }
};

/** Index (among all pieces) from which pieces may still change. */
const firstUnsettled = (pieces: readonly Piece[]): number => {
  const solid = pieces.flatMap(({ block }, index) => (block === null ? [] : [index]));
  return solid.at(-UNSETTLED_BLOCKS) ?? 0;
};

const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { raw }) => sum + raw.length, 0);

const blocksOf = (pieces: readonly Piece[]): readonly Block[] =>
  pieces.flatMap(({ block }) => (block === null ? [] : [block]));

/**
 * Splits a text into blocks, reading again only what is not settled when `text` goes on from `previous.text`.
 * Feeding a text piece by piece gives the same blocks as splitting it at once.
 */
export const splitBlocks = (previous: SplitText, raw: string): SplitText => {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (text === previous.text) return previous;
  const base = text.startsWith(previous.text) ? previous : nothingSplit;
  const pieces = toPieces(text.slice(base.settledLength));
  const settled = pieces.slice(0, firstUnsettled(pieces));
  const newlySettled = blocksOf(settled);
  const kept = base.blocks.slice(0, base.settledCount);
  return {
    text,
    blocks: [...kept, ...newlySettled, ...blocksOf(pieces.slice(settled.length))],
    settledCount: kept.length + newlySettled.length,
    settledLength: base.settledLength + lengthOf(settled),
  };
};

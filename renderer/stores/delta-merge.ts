import { appended, type StreamedText, streamedText } from './streamed-text';

/** A piece of a streaming text: `offset` is the length of the text before it, in UTF-16 code units. */
export interface Piece {
  readonly offset: number;
  readonly text: string;
}

/** A text as far as it is known without a hole, and pieces from behind a hole. */
export interface GrowingText {
  readonly text: StreamedText;
  /** Pieces that begin beyond the end of `text`, waiting for what lies between. */
  readonly waiting: readonly Piece[];
}

/** A text of which nothing came yet. */
export const noText: GrowingText = { text: streamedText(''), waiting: [] };

const append = (text: StreamedText, piece: Piece): StreamedText => {
  const known = text.whole.length - piece.offset;
  return known >= piece.text.length ? text : appended(text, piece.text.slice(known));
};

const drain = (text: StreamedText, waiting: readonly Piece[]): GrowingText => {
  let grown = text;
  const left: Piece[] = [];
  for (const piece of waiting.toSorted((a, b) => a.offset - b.offset)) {
    if (piece.offset <= grown.whole.length) grown = append(grown, piece);
    else left.push(piece);
  }
  return { text: grown, waiting: left };
};

/** Adds a piece. What is already known is not added twice; what leaves a hole waits for `withBase`. */
export const withPiece = (growing: GrowingText, piece: Piece): GrowingText => {
  if (piece.offset > growing.text.whole.length) return { ...growing, waiting: [...growing.waiting, piece] };
  const text = append(growing.text, piece);
  if (growing.waiting.length > 0) return drain(text, growing.waiting);
  return text === growing.text ? growing : { text, waiting: [] };
};

/** Takes a text as it was written down: it fills holes, and never shortens what already came. */
export const withBase = (growing: GrowingText, base: string): GrowingText =>
  base.length <= growing.text.whole.length ? growing : drain(streamedText(base), growing.waiting);

/** True while pieces wait behind a hole. */
export const hasHole = (growing: GrowingText): boolean => growing.waiting.length > 0;

import { goesOnFrom, restOf, type StreamedText, streamedText } from '../../stores/streamed-text';
import { type Definitions, definitionsIn, labelsIn, noteLabel, noteReferencesIn } from './definitions';
import { hasEndlessWord, nestsTooDeeply } from './hostile';
import { closesFence, type Fence, isBlank, lineAt, openedFence, openedNote } from './lines';
import { type Going, type Piece, readPiece } from './pieces';

/** What a block goes on with: the list or table (with these first lines) before it; null for a new beginning. */
type Joins = Exclude<Going, { readonly kind: 'fence' }> | null;

/** Some lines of a block of code. */
export interface CodePiece {
  readonly kind: 'code';
  readonly language: string;
  readonly code: string;
  readonly lineCount: number;
  /** True where it goes on with the piece before it. */
  readonly joins: boolean;
}

/** A piece of Markdown that is rendered, and remembered, on its own. */
export type Block =
  | {
      readonly kind: 'markdown';
      readonly source: string;
      readonly joins: Joins;
      /** What it defines for, and may use from, other blocks. */
      readonly defines: Definitions;
      readonly labels: readonly string[];
      /** Those of the labels that are footnotes', whether or not one has come yet. */
      readonly notes: readonly string[];
    }
  /** Raw HTML: shown as the text it is. */
  | { readonly kind: 'html'; readonly source: string }
  /** Text that would be too much to format. */
  | { readonly kind: 'plain'; readonly source: string }
  | CodePiece
  /** What a footnote says. */
  | {
      readonly kind: 'note';
      readonly label: string;
      readonly source: string;
      readonly labels: readonly string[];
    };

/** A text split into blocks. The first `settledCount` blocks cannot change by text that is appended. */
export interface SplitText {
  readonly text: StreamedText;
  readonly blocks: readonly Block[];
  readonly settledCount: number;
  /** Length of the text that the settled blocks were made of, in UTF-16 code units. */
  readonly settledLength: number;
  readonly settledGoing: Going | null;
  /** Whether any block, or any settled one, has to do with others: holds an address or a footnote, or refers to one. */
  readonly gives: boolean;
  readonly settledGives: boolean;
}

/** No text yet. */
export const nothingSplit: SplitText = {
  text: streamedText(''),
  blocks: [],
  settledCount: 0,
  settledLength: 0,
  settledGoing: null,
  gives: false,
  settledGives: false,
};

const givesToOthers = (block: Block): boolean =>
  block.kind === 'note' || (block.kind === 'markdown' && (block.defines.size > 0 || block.notes.length > 0));

const fenceOf = (from: Going | null, first: string): Fence | null =>
  from?.kind === 'fence' ? from.fence : openedFence(first);

const toCode = (raw: string, from: Going | null): Block => {
  const lines = raw.replace(/\n$/, '').split('\n');
  const fence = fenceOf(from, lines[0] ?? '');
  if (fence === null) return { kind: 'plain', source: raw };
  const inside = from === null ? lines.slice(1) : lines;
  const closed = inside.length > 0 && closesFence(inside.at(-1) ?? '', fence);
  const indent = new RegExp(`^ {0,${fence.indent}}`);
  const code = (closed ? inside.slice(0, -1) : inside).map((line) => line.replace(indent, ''));
  const { language } = fence;
  return { kind: 'code', language, code: code.join('\n'), lineCount: code.length, joins: from !== null };
};

const toNote = (raw: string): Block => {
  const { label, width } = openedNote(lineAt(raw, 0).text) ?? { label: '', width: 0 };
  const source = raw.slice(width).replace(/^(?: {4}|\t)/gm, '');
  return { kind: 'note', label: noteLabel(label), source, labels: labelsIn(source) };
};

const toMarkdown = (source: string, from: Going | null): Block => {
  const joins = from?.kind === 'fence' ? null : from;
  const defines = definitionsIn(source);
  return {
    kind: 'markdown',
    source,
    joins,
    defines,
    labels: labelsIn(source),
    notes: noteReferencesIn(source),
  };
};

/**
 * The same text with nothing of what it was cut from: V8 lets a slice keep all of that. A block of a reply is cut from all that has
 * come by then, so that each would keep a whole reply.
 */
const ownCopy = (part: string): string => ` ${part}`.slice(1);

const toBlock = (text: string, { kind, start, end, from }: Piece): Block => {
  const raw = ownCopy(text.slice(start, end));
  if (kind === 'code') return toCode(raw, from);
  if (nestsTooDeeply(raw) || hasEndlessWord(raw)) return { kind: 'plain', source: raw };
  if (kind === 'html') return { kind, source: raw };
  return kind === 'note' ? toNote(raw) : toMarkdown(raw, from);
};

const skipBlankLines = (text: string, start: number): number => {
  let at = start;
  for (let line = lineAt(text, at); at < text.length && isBlank(line.text); line = lineAt(text, at))
    at = line.next;
  return at;
};

/** The text with every end of a line as "\n". `previous` has no other: what is in both is not looked at again. */
const normalize = (text: StreamedText, previous: StreamedText): StreamedText => {
  const { before, recent, whole } = text;
  const isOther = recent.includes('\r') || (before !== previous.before && before.includes('\r'));
  return isOther ? streamedText(whole.replace(/\r\n?/g, '\n')) : text;
};

/**
 * Splits a text into blocks, reading again only what is not settled when `raw` goes on from `previous.text`.
 * Feeding a text piece by piece gives the same blocks as splitting it at once.
 */
export const splitBlocks = (previous: SplitText, raw: StreamedText): SplitText => {
  const text = normalize(raw, previous.text);
  const goesOn = goesOnFrom(text, previous.text);
  if (goesOn && text.whole.length === previous.text.whole.length) return previous;
  const base = goesOn ? previous : nothingSplit;
  const blocks = base.blocks.slice(0, base.settledCount);
  let { settledCount, settledLength, settledGoing, settledGives } = base;
  let gives = settledGives;
  const rest = restOf(text, base.settledLength);
  let at = 0;
  let going = settledGoing;
  let settled = true;
  for (;;) {
    if (going === null) at = skipBlankLines(rest, at);
    if (at >= rest.length) break;
    const piece = readPiece(rest, at, going);
    const block = toBlock(rest, piece);
    blocks.push(block);
    gives ||= givesToOthers(block);
    at = piece.end;
    going = piece.to;
    settled &&= piece.settled;
    if (!settled) continue;
    settledLength = base.settledLength + at;
    [settledCount, settledGoing, settledGives] = [blocks.length, going, gives];
  }
  return { text, blocks, settledCount, settledLength, settledGoing, gives, settledGives };
};

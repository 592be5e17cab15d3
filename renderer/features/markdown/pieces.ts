import { endOfDisplayMath } from './display-math';
import {
  breaksParagraph,
  closesFence,
  endsTable,
  type Fence,
  type ItemStart,
  indentOf,
  isBlank,
  isHeading,
  isQuote,
  type Line,
  lineAt,
  openedFence,
  openedHtml,
  openedItem,
  openedNote,
  opensTable,
} from './lines';

/** What a piece goes on with, so that one long list, table or block of code can be several pieces. */
export type Going =
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'list'; readonly item: string }
  | { readonly kind: 'table'; readonly head: string };

/** A stretch of a text that can be read without its neighbours. */
export interface Piece {
  readonly kind: 'markdown' | 'code' | 'html' | 'note';
  readonly start: number;
  readonly end: number;
  /** What this piece goes on with; null for a new beginning. */
  readonly from: Going | null;
  /** What the next piece goes on with. */
  readonly to: Going | null;
  /** False while text that is appended may still change it. */
  readonly settled: boolean;
}

/** Length from which a table or code is cut, in UTF-16 code units: so much is formatted anew for every token. */
const LONG = 2000;
/** The same for a list, in which a cut can be seen: whether items have space between them is decided for each piece. */
const LONG_LIST = 4000;

const cut = (piece: Omit<Piece, 'to' | 'settled'>, by: Line | null, to: Going | null = null): Piece => ({
  ...piece,
  to,
  settled: by?.complete === true,
});

/** The line that ends at `end`. */
const lineBefore = (text: string, end: number): Line => lineAt(text, text.lastIndexOf('\n', end - 2) + 1);

/** Code up to the line that closes its fence, or to where it got long. `line` is the first of its content. */
const readCode = (text: string, start: number, first: number, fence: Fence, from: Going | null): Piece => {
  let at = first;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (closesFence(line.text, fence)) return cut({ kind: 'code', start, end: line.next, from }, line);
    if (at - start > LONG) return cut({ kind: 'code', start, end: at, from }, line, { kind: 'fence', fence });
    at = line.next;
  }
  return cut({ kind: 'code', start, end: at, from }, null);
};

const readHtml = (text: string, start: number, until: RegExp): Piece => {
  let at = start;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (until.test(line.text)) return cut({ kind: 'html', start, end: line.next, from: null }, line);
    at = line.next;
  }
  return cut({ kind: 'html', start, end: at, from: null }, null);
};

/** Reads line by line; knows just enough of what it has read to say where the next piece may begin. */
class Reader {
  /** The innermost item of the outermost list that is open. */
  private item: ItemStart | null = null;
  private indented = false;
  private quoted = false;
  private onlyItems = true;
  private head: string | null = null;
  private last = '';

  constructor(
    private readonly text: string,
    private readonly piece: Omit<Piece, 'to' | 'settled' | 'end'>,
  ) {}

  read(): Piece {
    if (this.piece.from?.kind === 'table') this.head = this.piece.from.head;
    let at = this.piece.start;
    let blank = false;
    while (at < this.text.length) {
      const line = lineAt(this.text, at);
      const isNew = at > this.piece.start;
      if (isBlank(line.text)) blank = isNew;
      else {
        const done = isNew ? this.before(line, blank) : null;
        if (done !== null) return done;
        this.take(line);
        blank = false;
        if (isHeading(line.text) && this.item === null && this.piece.kind === 'markdown')
          return this.end(line.next, line);
      }
      at = line.next;
    }
    return this.end(at, null);
  }

  private end(at: number, by: Line | null, to: Going | null = null): Piece {
    return cut({ ...this.piece, end: at }, by, to);
  }

  private take(line: Line): void {
    const indent = indentOf(line.text);
    const item = openedItem(line.text);
    const inside = this.item !== null && indent >= this.item.offset;
    if (line.start === this.piece.start) {
      this.indented = indent >= 4;
      this.quoted = isQuote(line.text);
    }
    const mayOpen = this.item !== null || line.start === this.piece.start;
    if (item !== null && !inside && indent < 4 && mayOpen && this.piece.kind === 'markdown') this.item = item;
    else if (!inside) this.onlyItems = false;
    if (this.head !== null && endsTable(line.text)) this.head = null;
    if (this.head === null && opensTable(this.last, line.text)) this.head = `${this.last}\n${line.text}\n`;
    this.last = line.text;
  }

  /** The piece, if it ends before `line`. */
  private before(line: Line, blank: boolean): Piece | null {
    const indent = indentOf(line.text);
    if (this.item !== null && indent >= this.item.offset) return null;
    const item = indent < 4 ? openedItem(line.text) : null;
    if (this.item !== null && item !== null) return this.beforeItem(line, item);
    if (blank) return this.goesOn(indent) ? null : this.end(line.start, line);
    const next = lineAt(this.text, line.next);
    if (this.head === null && opensTable(line.text, next.text)) return this.end(line.start, next);
    // Whether a formula begins here is not known before it ends, and so neither is what the lines after it are.
    const math = endOfDisplayMath(this.text, line.start);
    if (math === 'open') return this.end(this.text.length, null);
    if (math !== null) return this.end(line.start, lineBefore(this.text, math));
    if (this.opensBlock(line, item)) return this.end(line.start, line);
    const long = line.start - this.piece.start > LONG;
    if (!long || this.head === null || endsTable(line.text)) return null;
    return this.end(line.start, line, { kind: 'table', head: this.head });
  }

  private beforeItem(line: Line, item: ItemStart): Piece | null {
    if (item.kind !== this.item?.kind) return this.end(line.start, line);
    const long = line.start - this.piece.start > LONG_LIST;
    return long && this.onlyItems ? this.end(line.start, line, { kind: 'list', item: item.kind }) : null;
  }

  /** Whether a line that is indented so far belongs to what is open, though an empty line stands between. */
  private goesOn(indent: number): boolean {
    return indent >= 4 && (this.indented || this.piece.kind === 'note');
  }

  private opensBlock({ text }: Line, item: ItemStart | null): boolean {
    const quotes = isQuote(text) && !this.quoted;
    if (quotes || isHeading(text) || openedFence(text) !== null || openedNote(text) !== null) return true;
    if (item !== null && breaksParagraph(item) && !this.indented) return true;
    return openedHtml(text, false) !== null;
  }
}

const readFresh = (text: string, start: number): Piece => {
  const first = lineAt(text, start);
  const fence = openedFence(first.text);
  if (fence !== null) return readCode(text, start, first.next, fence, null);
  const until = openedHtml(first.text, true);
  if (until !== null) return readHtml(text, start, until);
  const math = endOfDisplayMath(text, start);
  if (math === 'open') return cut({ kind: 'markdown', start, end: text.length, from: null }, null);
  if (math !== null) return cut({ kind: 'markdown', start, end: math, from: null }, lineBefore(text, math));
  const kind = openedNote(first.text) === null ? 'markdown' : 'note';
  return new Reader(text, { kind, start, from: null }).read();
};

/** The piece of `text` that begins at `start`, which goes on with `from`. */
export const readPiece = (text: string, start: number, from: Going | null): Piece => {
  if (from === null) return readFresh(text, start);
  if (from.kind === 'fence') return readCode(text, start, start, from.fence, from);
  return new Reader(text, { kind: 'markdown', start, from }).read();
};

import { RowHeights } from './row-heights';
import { includes, type RowRange } from './row-range';

/** Nearer to the end than this counts as being there. In CSS pixels. */
const NEAR_END = 48;
/** An answer whose start is kept in view stands this far below the top of the view. */
const START_MARGIN = 56;
/** A chat of so many messages is mounted whole once it is painted: little is gained by less. */
const WHOLE = 40;
/** Mounted above and below what is seen: at first, and once that is painted, in heights of the view. */
const FIRST_MARGIN = 0.25;
const MARGIN = 1.5;

/** What is held in place: a row, and how far below the top of the view its top is, when `scrollTop` was this. */
interface Anchor {
  readonly at: number;
  readonly top: number;
  readonly scrollTop: number;
}

/**
 * The part of a long list of rows that is on screen. Rows that are not mounted are empty space of the height that they
 * had, or are guessed to have; when they turn out otherwise, what is being read stays where it is.
 */
export class RowView {
  readonly heights = new RowHeights();
  /** True while the end is kept in view. */
  sticks = true;
  /** The row whose start is to stay in view while it grows; null: none. */
  startRow: number | null = null;
  #count = 0;
  #anchor: Anchor | null = null;
  #lastTop = 0;
  #margin = FIRST_MARGIN;
  #scroller: HTMLElement | null = null;
  #rows: HTMLElement | null = null;

  /** Where it is shown: `rows` holds the rows, each with its place in `data-row`, and the empty space between. */
  attach(scroller: HTMLElement | null, rows: HTMLElement | null): void {
    this.#scroller = scroller;
    this.#rows = rows;
  }

  /** How many rows there are. */
  setCount(count: number): void {
    this.#count = count;
    this.heights.setCount(count);
  }

  /** The row that is held in place, and how far below the top of the view it is; null at the end. */
  get place(): { readonly at: number; readonly offset: number } | null {
    if (this.sticks || this.#anchor === null) return null;
    return { at: this.#anchor.at, offset: Math.round(this.#anchor.top) };
  }

  /** True when the last row is not in view. */
  get isAway(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller ?? document.body;
    return !this.sticks && scrollHeight - scrollTop - clientHeight >= NEAR_END;
  }

  /** Whether a row is in view, also in part. */
  isInView(at: number): boolean {
    const { first, end } = this.wanted(false);
    return at >= first && at < end;
  }

  /** The first, or else the last, row that begins in view. */
  firstInView(isFirst: boolean): number {
    const { first, end } = this.wanted(false);
    if (!isFirst) return end - 1;
    return this.#topOf(first) < 0 && first + 1 < end ? first + 1 : first;
  }

  /** From now on more than what is seen is mounted: that was painted first. */
  widen(): void {
    this.#margin = MARGIN;
  }

  /** The rows that are in view, and with `isWide` those around them that one may come to next. */
  wanted(isWide: boolean): RowRange {
    const scroller = this.#scroller;
    if (scroller === null) return { first: 0, end: 0 };
    const isWhole = this.#count <= WHOLE && this.#margin === MARGIN;
    if (isWide && isWhole) return { first: 0, end: this.#count };
    const { scrollTop, clientHeight } = scroller;
    const margin = isWide ? this.#margin * clientHeight : 0;
    const top = scrollTop - this.#start();
    const end = this.heights.rowAt(top + clientHeight + margin) + 1;
    return { first: this.heights.rowAt(top - margin), end: Math.min(end, this.#count) };
  }

  /** The rows to mount when these are: the same as long as they do. */
  next(mounted: RowRange): RowRange {
    const wanted = this.wanted(true);
    const { first, end } = this.wanted(false);
    const rows = Math.ceil((wanted.end - wanted.first - (end - first)) / 4);
    const needed = { first: Math.max(wanted.first, first - rows), end: Math.min(wanted.end, end + rows) };
    const isEnough = includes(mounted, needed) && mounted.end <= this.#count;
    const isTooMuch = mounted.end - mounted.first > 2 * (wanted.end - wanted.first);
    return isEnough && !isTooMuch ? mounted : wanted;
  }

  /** Puts a row's top so far below the top of the view and holds it there. */
  goTo(at: number, top: number): void {
    if (this.#scroller === null) return;
    this.sticks = false;
    // The browser would hold what it sees first, which is not yet drawn as it will be.
    this.#scroller.style.overflowAnchor = 'none';
    this.#scroller.scrollTop = this.#start() + this.heights.top(at) - top;
    this.#anchor = { at, top: this.#topOf(at), scrollTop: this.#scroller.scrollTop };
  }

  /** The same; where the end is too near for that as yet, as soon as what is below has found its height. */
  restore(at: number, top: number): void {
    this.goTo(at, top);
    if (this.#anchor !== null) this.#anchor = { ...this.#anchor, top };
  }

  /** Goes to the end and stays there while it grows. */
  goToEnd(): void {
    this.#catchUp();
    this.sticks = true;
    this.hold();
  }

  /** Measures what is mounted and puts what is read back where it was. */
  hold(): void {
    this.#measure();
    const scroller = this.#scroller;
    if (scroller === null) return;
    this.#catchUp();
    if (this.sticks) this.#holdEnd(scroller);
    else if (this.#anchor?.scrollTop === scroller.scrollTop) {
      const moved = this.#topOf(this.#anchor.at) - this.#anchor.top;
      if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
      this.#anchor = { ...this.#anchor, scrollTop: scroller.scrollTop };
    } else this.#note();
    this.#lastTop = scroller.scrollTop;
  }

  /** Takes note of where the reader went. */
  scrolled(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    // Told of what was done here: what is held stays, also where rows have changed since and are not measured yet.
    if (scrollTop === this.#anchor?.scrollTop) return;
    const left = scrollHeight - scrollTop - clientHeight;
    // Content that grew moves the end away without the reader having moved: only scrolling up lets go, also by a little (going
    // back to the end at the next change would take what one is about to click away). What shrank ends at the end still.
    if (scrollTop < this.#lastTop && left >= 1) this.sticks = false;
    else if (left < NEAR_END) this.sticks ||= scrollTop > this.#lastTop;
    this.#letBrowserHold(scroller);
    this.#lastTop = scrollTop;
    this.#note();
  }

  /**
   * Whether the browser holds what it sees: not at the end. There it would scroll up by what shrinks above, which is as if the
   * reader had done so where the end grows in the same frame.
   */
  #letBrowserHold(scroller: HTMLElement): void {
    scroller.style.overflowAnchor = this.sticks ? 'none' : '';
  }

  /** The browser tells of scrolling a frame later: what comes before that must not take the reader back. */
  #catchUp(): void {
    if (this.#scroller?.scrollTop !== this.#lastTop) this.scrolled();
  }

  #holdEnd(scroller: HTMLElement): void {
    const end = scroller.scrollHeight - scroller.clientHeight;
    const row = this.startRow === null ? null : this.#rowOf(this.startRow);
    const start =
      row === null
        ? Number.POSITIVE_INFINITY
        : scroller.scrollTop + this.#distance(row) - Math.min(START_MARGIN, scroller.clientHeight / 4);
    scroller.scrollTop = Math.min(end, start);
    if (end - start >= 1) this.sticks = false;
    this.#letBrowserHold(scroller);
    this.#note();
  }

  #note(): void {
    const scroller = this.#scroller;
    if (scroller === null || this.#count === 0) return;
    const at = this.heights.rowAt(scroller.scrollTop - this.#start());
    this.#anchor = { at, top: this.#topOf(at), scrollTop: scroller.scrollTop };
  }

  #measure(): void {
    for (const row of this.#rows?.children ?? []) {
      const { row: at, blank } = row instanceof HTMLElement ? row.dataset : {};
      // What is not loaded yet is as high as it was guessed to be.
      if (at !== undefined && blank === undefined)
        this.heights.measure(Number(at), row.getBoundingClientRect().height);
    }
    this.heights.settleGuess();
  }

  #rowOf(at: number): Element | null {
    return this.#rows?.querySelector(`:scope > [data-row="${at}"]`) ?? null;
  }

  /** How far below the top of the view a row begins. */
  #topOf(at: number): number {
    const row = this.#rowOf(at);
    if (row !== null) return this.#distance(row);
    return this.#start() + this.heights.top(at) - (this.#scroller?.scrollTop ?? 0);
  }

  #distance(element: Element): number {
    return element.getBoundingClientRect().top - (this.#scroller?.getBoundingClientRect().top ?? 0);
  }

  /** Where the rows begin within all that is scrolled: at the first of them, or the empty space in its place. */
  #start(): number {
    const first = this.#rows?.firstElementChild ?? null;
    return first === null ? 0 : this.#distance(first) + (this.#scroller?.scrollTop ?? 0);
  }
}

/** Before any row was measured, in CSS pixels. */
const FIRST_GUESS = 160;
/** Rows that tell what others will be like. */
const TELLING = 6;
/** Chromium lays nothing out beyond 33,554,431 CSS pixels (its LayoutUnit has 26 bits before the point). */
const TALLEST = 30_000_000;

/** How high the rows of a list are, in CSS pixels: as they were measured last, or guessed. */
export class RowHeights {
  #count = 0;
  #guess = FIRST_GUESS;
  #isGuessSettled = false;
  readonly #measured: number[] = [];

  /** How many rows there are. What was measured of rows that stay is kept. */
  setCount(count: number): void {
    this.#count = count;
    if (this.#measured.length > count) this.#measured.length = count;
  }

  /** Notes how high a row is. */
  measure(at: number, height: number): void {
    this.#measured[at] = height;
  }

  /** Guesses from what was measured; once, so that what is scrolled does not grow and shrink while one scrolls. */
  settleGuess(): void {
    const known = this.#measured.filter(() => true);
    if (this.#isGuessSettled || known.length < Math.min(TELLING, this.#count)) return;
    this.#isGuessSettled = true;
    this.#guess = known.reduce((sum, height) => sum + height, 0) / known.length;
  }

  /** The height of a row. */
  at(index: number): number {
    return this.#measured[index] ?? Math.min(this.#guess, TALLEST / this.#count);
  }

  /** The height of all rows before a row. */
  top(index: number): number {
    let top = 0;
    for (let at = 0; at < index; at += 1) top += this.at(at);
    return top;
  }

  /** The row at a distance from the top of the first; the first or last where there is none. */
  rowAt(distance: number): number {
    let bottom = 0;
    for (let at = 0; at < this.#count; at += 1) {
      bottom += this.at(at);
      if (bottom > distance) return at;
    }
    return Math.max(0, this.#count - 1);
  }
}

/** Before any row was measured, in CSS pixels. */
const FIRST_GUESS = 160;
/** Rows that tell what others will be like. */
const TELLING = 6;
/** Chromium lays nothing out beyond 33,554,431 CSS pixels (its LayoutUnit has 26 bits before the point). */
const TALLEST = 30_000_000;

/**
 * How high the rows of a list are, in CSS pixels: as they were measured last, or guessed. Every question is answered, and
 * every measure taken in, in O(log n).
 */
export class RowHeights {
  #count = 0;
  #guess = FIRST_GUESS;
  #isGuessSettled = false;
  /** NaN: not measured. */
  #measured = new Float64Array(0);
  /** A Fenwick tree: at place n, counted from 1, the height of as many rows up to the nth as n's lowest bit says. */
  #sums = new Float64Array(1);

  /** How many rows there are. What was measured of rows that stay is kept. */
  setCount(count: number): void {
    if (count === this.#count) return;
    const measured = new Float64Array(count).fill(Number.NaN);
    measured.set(this.#measured.subarray(0, count));
    this.#count = count;
    this.#measured = measured;
    this.#addUp();
  }

  /** Notes how high a row is. */
  measure(at: number, height: number): void {
    const change = height - this.at(at);
    this.#measured[at] = height;
    if (change === 0) return;
    for (let place = at + 1; place <= this.#count; place += place & -place)
      this.#sums[place] = this.#sum(place) + change;
  }

  /** Guesses from what was measured; once, so that what is scrolled does not grow and shrink while one scrolls. */
  settleGuess(): void {
    if (this.#isGuessSettled) return;
    const known = this.#measured.filter((height) => !Number.isNaN(height));
    if (known.length === 0 || known.length < Math.min(TELLING, this.#count)) return;
    this.#isGuessSettled = true;
    this.#guess = known.reduce((sum, height) => sum + height, 0) / known.length;
    this.#addUp();
  }

  /** The height of a row. */
  at(index: number): number {
    const height = this.#measured[index] ?? Number.NaN;
    return Number.isNaN(height) ? Math.min(this.#guess, TALLEST / this.#count) : height;
  }

  /** The height of all rows before a row. */
  top(index: number): number {
    let top = 0;
    for (let place = Math.min(index, this.#count); place > 0; place -= place & -place)
      top += this.#sum(place);
    return top;
  }

  /** The row at a distance from the top of the first; the first or last where there is none. */
  rowAt(distance: number): number {
    let at = 0;
    let rest = distance;
    for (let step = 2 ** Math.floor(Math.log2(this.#count)); step >= 1; step /= 2) {
      if (at + step > this.#count || this.#sum(at + step) > rest) continue;
      at += step;
      rest -= this.#sum(at);
    }
    return Math.max(0, Math.min(at, this.#count - 1));
  }

  #sum(place: number): number {
    return this.#sums[place] ?? 0;
  }

  #addUp(): void {
    this.#sums = new Float64Array(this.#count + 1);
    for (let place = 1; place <= this.#count; place += 1) {
      const sum = this.#sum(place) + this.at(place - 1);
      this.#sums[place] = sum;
      const next = place + (place & -place);
      if (next <= this.#count) this.#sums[next] = this.#sum(next) + sum;
    }
  }
}

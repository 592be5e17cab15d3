import { RankedPlaces } from './ranked-places';

/** Ranks by bytes. A byte string holds one byte per character (Latin-1): as fast a key as any text. */
export type Ranks = ReadonlyMap<string, number>;

/** The UTF-8 of a text as a byte string. Half a surrogate pair becomes U+FFFD, as everywhere. */
export const toByteString = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Merges are so many at most between two pauses. */
const MERGES_PER_TURN = 20_000;

const NO_RANK = Number.POSITIVE_INFINITY;

/** The parts of a piece that are left, as a list linked both ways. */
class Parts {
  readonly #bytes: string;
  readonly #ranks: Ranks;
  readonly #longest: number;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(bytes: string, ranks: Ranks, longest: number) {
    this.#bytes = bytes;
    this.#ranks = ranks;
    this.#longest = longest;
    this.#next = Int32Array.from({ length: bytes.length }, (_, at) => at + 1);
    this.#previous = Int32Array.from({ length: bytes.length }, (_, at) => at - 1);
  }

  /** The part after the one at `at`; the length of the piece after the last. */
  after(at: number): number {
    return this.#next[at] ?? this.#bytes.length;
  }

  /** The part before the one at `at`; -1 before the first. */
  before(at: number): number {
    return this.#previous[at] ?? -1;
  }

  /** The rank of the part at `at` together with the next one. */
  pairRank(at: number): number {
    const middle = this.after(at);
    if (middle >= this.#bytes.length) return NO_RANK;
    const end = this.after(middle);
    return end - at > this.#longest ? NO_RANK : (this.#ranks.get(this.#bytes.slice(at, end)) ?? NO_RANK);
  }

  /** Joins the part at `at` with the next one, which is marked as gone. */
  join(at: number): void {
    const gone = this.after(at);
    const next = this.after(gone);
    this.#next[at] = next;
    if (next < this.#bytes.length) this.#previous[next] = at;
    this.#previous[gone] = GONE;
  }

  isGone(at: number): boolean {
    return this.#previous[at] === GONE;
  }

  *ids(): Generator<number, void, undefined> {
    for (let at = 0; at < this.#bytes.length; at = this.after(at)) {
      const id = this.#ranks.get(this.#bytes.slice(at, this.after(at)));
      if (id !== undefined) yield id;
    }
  }
}

const GONE = -2;

/**
 * Byte-pair encoding of one piece: joins the two neighbours of the lowest rank, the leftmost of equals, until no pair has
 * one. With the pairs in order, so that a run of a million characters does not cost n². Yields between stretches of work, so
 * that the caller can pause; returns the token ids.
 */
export function* mergePairs(
  bytes: string,
  ranks: Ranks,
  longest: number,
): Generator<void, readonly number[], undefined> {
  const parts = new Parts(bytes, ranks, longest);
  const pairs = new RankedPlaces();
  const note = (at: number): void => {
    const rank = at < 0 ? NO_RANK : parts.pairRank(at);
    if (rank !== NO_RANK) pairs.add(rank, at);
  };
  for (let at = 0; at < bytes.length - 1; at += 1) {
    note(at);
    if (at % MERGES_PER_TURN === MERGES_PER_TURN - 1) yield;
  }
  for (let turn = 1; ; turn += 1) {
    const lowest = pairs.take();
    if (lowest === undefined) break;
    const at = lowest.place;
    // What was noted may have been joined otherwise since.
    if (!parts.isGone(at) && parts.pairRank(at) === lowest.rank) {
      parts.join(at);
      note(parts.before(at));
      note(at);
    }
    if (turn % MERGES_PER_TURN === 0) yield;
  }
  return [...parts.ids()];
}

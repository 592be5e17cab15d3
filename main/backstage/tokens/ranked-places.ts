import { MinHeap } from './min-heap';

interface Bucket {
  /** Places in ascending order, taken from `head` on. */
  readonly places: number[];
  head: number;
  /** Places that came too late for that order. */
  readonly late: MinHeap;
}

/**
 * Places by rank: the lowest rank first, and within it the leftmost place. Few ranks have many places, and places come nearly
 * in order, so that taking one costs next to nothing; one heap of all places costs its depth in cache misses each time.
 */
export class RankedPlaces {
  readonly #buckets = new Map<number, Bucket>();
  /** The ranks that have places. */
  readonly #ranks = new MinHeap();

  add(rank: number, place: number): void {
    let bucket = this.#buckets.get(rank);
    if (bucket === undefined) {
      bucket = { places: [], head: 0, late: new MinHeap() };
      this.#buckets.set(rank, bucket);
      this.#ranks.push(rank);
    }
    const last = bucket.places.at(-1);
    if (last === undefined || last <= place) bucket.places.push(place);
    else bucket.late.push(place);
  }

  /** Takes the first; undefined when there is none. */
  take(): { readonly rank: number; readonly place: number } | undefined {
    for (;;) {
      const rank = this.#ranks.first;
      if (rank === undefined) return undefined;
      const bucket = this.#buckets.get(rank);
      const place = bucket && takeFrom(bucket);
      if (place !== undefined) return { rank, place };
      this.#ranks.pop();
      this.#buckets.delete(rank);
    }
  }
}

const takeFrom = (bucket: Bucket): number | undefined => {
  const { places, head, late } = bucket;
  const next = places[head];
  const first = late.first;
  if (first !== undefined && (next === undefined || first < next)) return late.pop();
  if (next !== undefined) bucket.head += 1;
  return next;
};

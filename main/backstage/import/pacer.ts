import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work between two pauses, in milliseconds: what others wait for. */
const SLICE_MS = 5;

/** Tells long work when others are to have their turn. */
export class Pacer {
  #began = performance.now();

  get isDue(): boolean {
    return performance.now() - this.#began >= SLICE_MS;
  }

  /** Lets others go on, and then the work. */
  async pause(): Promise<void> {
    await nextTurn();
    this.#began = performance.now();
  }
}

/**
 * Makes something of each, one after the other; others get their turn in between.
 * @param make gets what was made of the one before as well.
 */
export const mapInTurns = async <T, R>(
  items: Iterable<T>,
  make: (item: T, index: number, before: R | undefined) => R,
): Promise<readonly R[]> => {
  const pacer = new Pacer();
  const made: R[] = [];
  for (const item of items) {
    if (pacer.isDue) await pacer.pause();
    made.push(make(item, made.length, made.at(-1)));
  }
  return made;
};

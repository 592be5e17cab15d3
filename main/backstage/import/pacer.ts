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

import type { JobWatch } from './database-job';

/** A long job that somebody watches and may stop; one at a time. */
export class WatchedJob {
  #done = 0;
  #ended = new AbortController();

  /** How far it is, from 0 to 1. */
  get done(): number {
    return this.#done;
  }

  /** Answers with what `work` does. */
  run<T>(work: (watch: JobWatch) => Promise<T>): Promise<T> {
    this.#done = 0;
    this.#ended = new AbortController();
    const onProgress = (done: number): void => {
      this.#done = done;
    };
    return work({ onProgress, signal: this.#ended.signal });
  }

  /** Does nothing where none runs. */
  stop(): void {
    this.#ended.abort();
  }
}

import type { Database } from '../database/database';
import { removeUnusedBlobs } from './unused-blobs';

/** By then whatever the start has to do is done. */
const QUIET_AFTER_MS = 60_000;

/** Takes out, once per run and when it is quiet, what was attached and is used no more. */
export class Cleaner {
  readonly #timer: NodeJS.Timeout;

  constructor(database: Database, quietAfterMs = QUIET_AFTER_MS) {
    this.#timer = setTimeout(() => {
      try {
        database.write((writer) => removeUnusedBlobs(writer, Date.now()));
      } catch {
        // For example a full disk: the next run tries again.
      }
    }, quietAfterMs);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

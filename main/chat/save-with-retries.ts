import { setTimeout as pause } from 'node:timers/promises';
import { toAppError } from '../../preload/contract/result';

/** Pauses between tries, in milliseconds: about 8 s, much longer than a restart of backstage takes. */
const PAUSES_MS: readonly number[] = [50, 100, 250, 500, 1_000, 2_000, 4_000];

/**
 * Makes a write, again and again while backstage is away (`history.unavailable`).
 * @throws what the last try threw; any other failure at once, since waiting does not cure it.
 */
export const saveWithRetries = async <T>(write: () => Promise<T>, pausesMs = PAUSES_MS): Promise<T> => {
  for (const pauseMs of pausesMs) {
    try {
      return await write();
    } catch (thrown) {
      if (toAppError(thrown).code !== 'history.unavailable') throw thrown;
      await pause(pauseMs);
    }
  }
  return write();
};

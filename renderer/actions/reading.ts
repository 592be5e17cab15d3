import type { ReadingPlace } from '../../preload/contract/reading-place';
import { request } from '../ipc/client';
import { debounced } from './debounced';

/** Scrolling writes nothing; where it ended is kept. */
const PAUSE_MS = 300;

const pending = debounced();

/**
 * Keeps where a chat is read, for the next time that it is opened.
 * @param where answers when one has stopped scrolling; null: at its end, undefined: nobody knows yet.
 */
export const noteReading = (chatId: string, where: () => ReadingPlace | null | undefined): void =>
  pending.schedule(() => {
    const place = where();
    // Where one reads is worth no error: at worst the chat opens at its end.
    if (place !== undefined) void request('chat.savePlace', { chatId, place }).catch(() => undefined);
  }, PAUSE_MS);

/** Keeps what was noted at once: the chat is left. */
export const flushReading = pending.flush;

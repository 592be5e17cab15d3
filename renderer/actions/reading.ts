import type { ReadingPlace } from '../../preload/contract/reading-place';
import { request } from '../ipc/client';
import { debounced } from './debounced';

/** Scrolling writes nothing; where it ended is kept. */
const PAUSE_MS = 300;

const pending = debounced();

/** Keeps where a chat is read, for the next time that it is opened; null: at its end. */
export const noteReading = (chatId: string, place: ReadingPlace | null): void =>
  // Where one reads is worth no error: at worst the chat opens at its end.
  pending.schedule(() => void request('chat.savePlace', { chatId, place }).catch(() => undefined), PAUSE_MS);

/** Keeps what was noted at once: the chat is left. */
export const flushReading = pending.flush;

import type { Message, TranscriptPage } from '../../preload/contract/history';

/**
 * A stretch of a chat read from the database, its answers brought up to what is in memory: a page that loads in
 * mid-stream misses nothing between the last journal write and the next event, and one that could not be written is
 * shown as it ended.
 * @param current a message as memory has it.
 */
export const withLiveTexts = (
  page: TranscriptPage,
  current: (message: Message) => Message,
): TranscriptPage => ({
  ...page,
  entries: page.entries.map((entry) => ({
    ...entry,
    message: current(entry.message),
    answers: entry.answers.map(current),
  })),
});

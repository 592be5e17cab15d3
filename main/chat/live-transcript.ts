import type { Message, TranscriptPage } from '../../preload/contract/history';

const withLiveText = (message: Message, liveText: (messageId: string) => string | null): Message => {
  const text = liveText(message.id);
  return text === null || text === '' ? message : { ...message, parts: [{ type: 'text', text }] };
};

/**
 * A stretch of a chat read from the database, its streaming answers brought up to the text in memory: a page that
 * loads in mid-stream misses nothing between the last journal write and the next event.
 */
export const withLiveTexts = (
  page: TranscriptPage,
  liveText: (messageId: string) => string | null,
): TranscriptPage => ({
  ...page,
  entries: page.entries.map((entry) => ({
    ...entry,
    message: withLiveText(entry.message, liveText),
    answers: entry.answers.map((answer) => withLiveText(answer, liveText)),
  })),
});

import type { Message, TranscriptEntry, TranscriptPage } from '../../preload/contract/history';
import { textOf } from '../../preload/contract/parts';

/** The loaded stretch of a chat's path, oldest first: its end, or what is around a place that was gone to. */
export interface Transcript {
  readonly entries: readonly TranscriptEntry[];
  /** Where earlier entries go on; null at the chat's beginning. */
  readonly before: string | null;
  /** Where later entries go on; null or absent at the path's end. */
  readonly after?: string | null;
}

/** The transcript of a chat without messages. */
export const emptyTranscript: Transcript = { entries: [], before: null };

/** The text of a message as it was written down. */
export const messageText = (message: Message): string => textOf(message.parts);

/** Puts the entries before those that are loaded. */
export const withEarlier = (transcript: Transcript, page: TranscriptPage): Transcript => {
  const known = new Set(transcript.entries.map(({ message }) => message.id));
  const added = page.entries.filter(({ message }) => !known.has(message.id));
  return { ...transcript, entries: [...added, ...transcript.entries], before: page.before };
};

/** Puts the entries after those that are loaded. */
export const withLater = (transcript: Transcript, page: TranscriptPage): Transcript => {
  const known = new Set(transcript.entries.map(({ message }) => message.id));
  const added = page.entries.filter(({ message }) => !known.has(message.id));
  return { ...transcript, entries: [...transcript.entries, ...added], after: page.after ?? null };
};

/** True when the path's end is loaded. */
export const hasEnd = ({ after = null }: Transcript): boolean => after === null;

/**
 * Takes a freshly read last page. Entries that were loaded before its first one stay when they are the same path:
 * a reader who scrolled far up keeps the place.
 */
export const withLastPage = (transcript: Transcript, page: TranscriptPage): Transcript => {
  const first = page.entries[0];
  if (first === undefined || page.before === null) return { entries: page.entries, before: page.before };
  const at = transcript.entries.findIndex(({ message }) => message.id === first.message.id);
  if (at <= 0) return { entries: page.entries, before: page.before };
  return { entries: [...transcript.entries.slice(0, at), ...page.entries], before: transcript.before };
};

/** Replaces a message wherever it is shown; one that is not shown changes nothing. */
export const withMessage = (transcript: Transcript, message: Message): Transcript => {
  const shows = (entry: TranscriptEntry) =>
    entry.message.id === message.id || entry.answers.some(({ id }) => id === message.id);
  const at = transcript.entries.findIndex(shows);
  const entry = transcript.entries[at];
  if (entry === undefined) return transcript;
  const replaced: TranscriptEntry = {
    ...entry,
    message: entry.message.id === message.id ? message : entry.message,
    answers: entry.answers.map((answer) => (answer.id === message.id ? message : answer)),
  };
  return { ...transcript, entries: transcript.entries.with(at, replaced) };
};

/** All messages that the transcript shows, answers beside the path included. */
export const shownMessages = (transcript: Transcript): readonly Message[] =>
  transcript.entries.flatMap(({ message, answers }) => (answers.length > 1 ? answers : [message]));

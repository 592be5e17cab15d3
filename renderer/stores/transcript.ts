import type { Message, TranscriptEntry, TranscriptPage } from '../../preload/contract/history';
import { textOf } from '../../preload/contract/parts';

/** What is loaded of a chat's path: one stretch, oldest first. */
export type Transcript = TranscriptPage;

/** The transcript of a chat without messages. */
export const emptyTranscript: Transcript = { entries: [], from: 0, length: 0 };

/** Entries that stay loaded on either side of those that were loaded last. */
const KEPT_BESIDE = 200;

/** The text of a message as it was written down. */
export const messageText = (message: Message): string => textOf(message.parts);

/** The entry at a place of the path, counted from 0; undefined while it is not loaded. */
export const entryAt = ({ entries, from }: Transcript, at: number): TranscriptEntry | undefined =>
  at < from ? undefined : entries[at - from];

/** The place of a message on the path, or of the answer that it stands beside; null while it is not loaded. */
export const placeOf = ({ entries, from }: Transcript, messageId: string): number | null => {
  const nth = entries.findIndex(
    ({ message, answers }) => message.id === messageId || answers.some(({ id }) => id === messageId),
  );
  return nth < 0 ? null : from + nth;
};

/** True when the path's end is loaded. */
export const hasEnd = ({ entries, from, length }: Transcript): boolean => from + entries.length === length;

/** What of the loaded entries comes right before the page, on the same path. */
const keptBefore = (
  transcript: Transcript,
  { entries, from }: TranscriptPage,
): readonly TranscriptEntry[] => {
  const above = entryAt(transcript, from - 1)?.message.id;
  if (above === undefined || above !== entries[0]?.message.parentId) return [];
  return transcript.entries.slice(0, from - transcript.from).slice(-KEPT_BESIDE);
};

/** What of the loaded entries comes right after the page, on the same path. */
const keptAfter = (
  transcript: Transcript,
  { entries, from, length }: TranscriptPage,
): readonly TranscriptEntry[] => {
  const end = from + entries.length;
  const below = entryAt(transcript, end)?.message.parentId;
  if (length !== transcript.length || below === undefined || below !== entries.at(-1)?.message.id) return [];
  return transcript.entries.slice(end - transcript.from).slice(0, KEPT_BESIDE);
};

/**
 * Takes a freshly read stretch of a path that may have become another one: what was loaded below it is read again, and what
 * was above it stays when that is the same.
 */
export const withPath = (transcript: Transcript, page: TranscriptPage): Transcript => {
  const before = keptBefore(transcript, page);
  return { ...page, entries: [...before, ...page.entries], from: page.from - before.length };
};

/** Takes a freshly read stretch of the same path; what was loaded beside it stays. */
export const withStretch = (transcript: Transcript, page: TranscriptPage): Transcript => {
  const above = withPath(transcript, page);
  return { ...above, entries: [...above.entries, ...keptAfter(transcript, page)] };
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

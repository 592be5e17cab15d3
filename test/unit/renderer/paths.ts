import type { Message, TranscriptEntry } from '../../../preload/contract/history';
import type { Transcript } from '../../../renderer/stores/transcript';

/** A complete reply whose text names it. */
export const messageOf = (id: string, part: Partial<Message> = {}): Message => ({
  id,
  chatId: 'chat',
  parentId: null,
  role: 'assistant',
  status: 'complete',
  parts: [{ type: 'text', text: `text of ${id}` }],
  createdAt: 0,
  answer: null,
  ...part,
});

/** A place of a path. */
export const entryOf = (
  id: string,
  answers: readonly Message[] = [],
  parentId: string | null = null,
): TranscriptEntry => ({
  message: messageOf(id, { parentId }),
  siblingIds: [id],
  answers,
});

/** The stretch of a path (a letter for each message) from one place to another. */
export const stretchOf = (path: string, from: number, end: number): Transcript => ({
  entries: [...path].map((id, at) => entryOf(id, [], path[at - 1] ?? null)).slice(from, end),
  from,
  length: path.length,
});

/** Where what is loaded begins, its letters, and how long the path is. */
export const shownPath = ({ entries, from, length }: Transcript): string =>
  `${from} ${entries.map(({ message: { id } }) => id).join('')} ${length}`;

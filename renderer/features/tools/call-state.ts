import { callsOf } from '../../../preload/contract/answer-parts';
import type { TranscriptEntry } from '../../../preload/contract/history';
import type { ToolCallPart } from '../../../preload/contract/parts';
import type { Transcript } from '../../stores/transcript';

type Entries = readonly TranscriptEntry[];

const resultIdOf = (entry: TranscriptEntry | undefined): string | null =>
  entry?.message.parts.find((part) => part.type === 'toolResult')?.callId ?? null;

/** Whether right below a message of the path there is a result for each of its calls: the API takes nothing else there. */
export const isAnswered = (entries: Entries, messageId: string): boolean => {
  const at = entries.findIndex(({ message }) => message.id === messageId);
  const message = entries[at]?.message;
  if (message === undefined) return true;
  const open = new Set(callsOf(message.parts).map(({ id }) => id));
  for (let next = at + 1; open.size > 0; next += 1) {
    const callId = resultIdOf(entries[next]);
    if (callId === null || !open.delete(callId)) return false;
  }
  return true;
};

/** The message whose calls a result may answer: the one above it, with nothing but other results between. */
const messageAbove = (entries: Entries, resultMessageId: string) => {
  const at = entries.findIndex(({ message }) => message.id === resultMessageId);
  return entries.slice(0, Math.max(0, at)).findLast(({ message }) => message.role !== 'tool')?.message;
};

/** The call that a result answers. Undefined: none, or its message is not loaded. */
export const callAnsweredBy = (entries: Entries, resultMessageId: string): ToolCallPart | undefined => {
  const callId = resultIdOf(entries.find(({ message }) => message.id === resultMessageId));
  return callsOf(messageAbove(entries, resultMessageId)?.parts ?? []).find(({ id }) => id === callId);
};

/** Whether a result answers no call. While the message above it is not loaded, nobody can say so. */
export const isStrayResult = ({ entries, from }: Transcript, resultMessageId: string): boolean => {
  const isKnown = from === 0 || messageAbove(entries, resultMessageId) !== undefined;
  const isShown = entries.some(({ message }) => message.id === resultMessageId);
  return isShown && isKnown && callAnsweredBy(entries, resultMessageId) === undefined;
};

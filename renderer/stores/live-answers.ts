import type { MessagePart, ToolCallPart } from '../../preload/contract/parts';
import { betweenKeys } from './between-keys';
import {
  isWaiting,
  type LiveContent,
  type LivePiece,
  noContent,
  withLivePiece,
  withWritten,
} from './live-content';
import type { StreamedText } from './streamed-text';

/*
 * Answers that are being written, outside React's state: a token wakes only the components that show its message, and
 * renders only those whose part of it has changed.
 */
const answers = new Map<string, LiveContent>();
const listeners = new Map<string, Set<() => void>>();
/** Answers that have grown since those who show them were told. */
const grown = new Set<string>();

const tell = (messageId: string): void => {
  grown.delete(messageId);
  for (const listener of listeners.get(messageId) ?? []) listener();
};

const tellGrown = (): void => {
  for (const messageId of grown) tell(messageId);
};

/** Begins (or mends) an answer with what was written down of it. */
export const beginLiveAnswer = (messageId: string, parts: readonly MessagePart[]): void => {
  answers.set(messageId, withWritten(answers.get(messageId) ?? noContent, parts));
  tell(messageId);
};

/**
 * Adds a piece to an answer that was begun; pieces of others are not kept: opening their chat reads them.
 * @returns false when the piece leaves a hole, so that the chat must be read again.
 */
export const addLivePiece = (messageId: string, piece: LivePiece): boolean => {
  const content = answers.get(messageId);
  if (content === undefined) return true;
  const next = withLivePiece(content, piece);
  if (next !== content) {
    answers.set(messageId, next);
    grown.add(messageId);
    betweenKeys(tellGrown);
  }
  return !isWaiting(next, piece);
};

/** Forgets an answer: its message is complete and holds it, or is no longer shown. */
export const endLiveAnswer = (messageId: string): void => {
  answers.delete(messageId);
  tell(messageId);
};

/** Forgets all answers but those with the given ids. */
export const keepLiveAnswers = (messageIds: ReadonlySet<string>): void => {
  for (const id of [...answers.keys()]) if (!messageIds.has(id)) endLiveAnswer(id);
};

/** The text that came so far; undefined when the message is not being written. */
export const liveStreamedText = (messageId: string): StreamedText | undefined =>
  answers.get(messageId)?.text.text;

/** All of that text. */
export const liveText = (messageId: string): string | undefined => liveStreamedText(messageId)?.whole;

/** What the model thought so far; undefined when the message is not being written. */
export const liveReasoning = (messageId: string): string | undefined =>
  answers.get(messageId)?.reasoning.text.whole;

/** The calls that came so far, the same array until one grows; undefined when the message is not being written. */
export const liveCalls = (messageId: string): readonly ToolCallPart[] | undefined =>
  answers.get(messageId)?.shownCalls;

/** Calls `listener` whenever the answer grows. Returns the undo. */
export const onLiveAnswer = (messageId: string, listener: () => void): (() => void) => {
  const set = listeners.get(messageId) ?? new Set();
  listeners.set(messageId, set.add(listener));
  return () => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(messageId);
  };
};

import { type GrowingText, hasHole, noText, type Piece, withBase, withPiece } from './delta-merge';

/*
 * Texts of answers that are being written, outside React's state: a token wakes only the one component that shows its
 * message.
 */
const texts = new Map<string, GrowingText>();
const listeners = new Map<string, Set<() => void>>();

const set = (messageId: string, growing: GrowingText) => {
  if (texts.get(messageId) === growing) return;
  texts.set(messageId, growing);
  for (const listener of listeners.get(messageId) ?? []) listener();
};

/** Begins (or mends) a text with what was written down of it. */
export const beginLiveText = (messageId: string, base: string): void =>
  set(messageId, withBase(texts.get(messageId) ?? noText, base));

/**
 * Adds a piece to a text that was begun; pieces of others are not kept: opening their chat reads them.
 * @returns false when the piece leaves a hole, so that the chat must be read again.
 */
export const addLivePiece = (messageId: string, piece: Piece): boolean => {
  const growing = texts.get(messageId);
  if (growing === undefined) return true;
  const grown = withPiece(growing, piece);
  set(messageId, grown);
  return !hasHole(grown);
};

/** Forgets a text: its message is complete and holds it, or is no longer shown. */
export const endLiveText = (messageId: string): void => {
  texts.delete(messageId);
  for (const listener of listeners.get(messageId) ?? []) listener();
};

/** Forgets all texts but those of the given messages. */
export const keepLiveTexts = (messageIds: ReadonlySet<string>): void => {
  for (const id of [...texts.keys()]) if (!messageIds.has(id)) endLiveText(id);
};

/** The text that came so far; undefined when the message is not being written. */
export const liveText = (messageId: string): string | undefined => texts.get(messageId)?.text;

/** Calls `listener` whenever the text changes. Returns the undo. */
export const onLiveText = (messageId: string, listener: () => void): (() => void) => {
  const set = listeners.get(messageId) ?? new Set();
  listeners.set(messageId, set.add(listener));
  return () => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(messageId);
  };
};

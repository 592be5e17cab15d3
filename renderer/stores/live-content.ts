import { callsOf, reasoningOf } from '../../preload/contract/answer-parts';
import type { TurnDelta } from '../../preload/contract/events';
import { type MessagePart, type ToolCallPart, textOf } from '../../preload/contract/parts';
import { type GrowingText, hasHole, noText, withBase, withPiece } from './delta-merge';

/** A call of which more may come; its arguments grow. */
interface LiveCall extends Pick<ToolCallPart, 'id' | 'name'> {
  readonly arguments: GrowingText;
}

/** All of an answer that is being written. */
export interface LiveContent {
  readonly text: GrowingText;
  readonly reasoning: GrowingText;
  readonly calls: readonly LiveCall[];
  /** The calls as they are shown; the same array until one of them grows. */
  readonly shownCalls: readonly ToolCallPart[];
}

/** An answer of which nothing came yet. */
export const noContent: LiveContent = { text: noText, reasoning: noText, calls: [], shownCalls: [] };

/** New text for a live answer; `call` tells whose arguments it is. */
export type LivePiece = Pick<TurnDelta, 'channel' | 'call' | 'offset' | 'text'>;

const withCalls = (content: LiveContent, calls: readonly LiveCall[]): LiveContent => ({
  ...content,
  calls,
  shownCalls: calls.map(({ id, name, arguments: { text } }) => ({
    type: 'toolCall',
    id,
    name,
    arguments: text.whole,
  })),
});

const withCallDelta = (content: LiveContent, piece: LivePiece): LiveContent => {
  const { calls } = content;
  const { call } = piece;
  // A call beyond a hole in their row is read with what lies before it.
  if (call === undefined || call.at > calls.length) return content;
  const grown = withPiece(calls[call.at]?.arguments ?? noText, piece);
  return withCalls(content, calls.toSpliced(call.at, 1, { id: call.id, name: call.name, arguments: grown }));
};

/** Adds a piece where it belongs. */
export const withLivePiece = (content: LiveContent, piece: LivePiece): LiveContent => {
  const { channel } = piece;
  if (channel === 'arguments') return withCallDelta(content, piece);
  const grown = withPiece(content[channel], piece);
  return grown === content[channel] ? content : { ...content, [channel]: grown };
};

/** Takes in what was written down: it fills holes, and never shortens what already came. */
export const withWritten = (content: LiveContent, parts: readonly MessagePart[]): LiveContent => {
  const text = withBase(content.text, textOf(parts));
  const reasoning = withBase(content.reasoning, reasoningOf(parts));
  const written = callsOf(parts);
  if (written.length === 0) return { ...content, text, reasoning };
  const known = Math.max(written.length, content.calls.length);
  const calls = Array.from({ length: known }, (_, at): LiveCall => {
    const live = content.calls[at];
    const { id = '', name = '', arguments: base = '' } = written[at] ?? {};
    return {
      id: live?.id ?? id,
      name: live?.name ?? name,
      arguments: withBase(live?.arguments ?? noText, base),
    };
  });
  return withCalls({ ...content, text, reasoning }, calls);
};

/** True where the piece, or one before it, waits behind a hole: what lies between must be read. */
export const isWaiting = (content: LiveContent, { channel, call }: LivePiece): boolean => {
  if (channel !== 'arguments') return hasHole(content[channel]);
  const live = call && content.calls[call.at];
  return live === undefined || hasHole(live.arguments);
};

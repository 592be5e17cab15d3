import { callsOf } from '../../../preload/contract/answer-parts';
import type { Message } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import { findMessage, readMessages } from '../history/messages';
import { walkPath } from '../history/path';
import type { PromptMessage } from '../prompt-message';

const toolResult = ({ parts }: Message): PromptMessage | null => {
  const result = parts.find((part) => part.type === 'toolResult');
  // An empty result is one as well: the call must not stay unanswered.
  return result ? { role: 'tool', content: result.text, tool_call_id: result.callId } : null;
};

/** A message as the wire has it, or null when it says nothing: servers refuse it then. */
const promptMessage = (message: Message): PromptMessage | null => {
  const { role, name, parts } = message;
  if (role === 'tool') return toolResult(message);
  const text = textOf(parts);
  const calls = callsOf(parts);
  if (text === '' && calls.length === 0) return null;
  return {
    role,
    content: text === '' ? null : text,
    ...(name ? { name } : {}),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(wireCall) }),
  };
};

const wireCall = ({ id, name, arguments: text }: ReturnType<typeof callsOf>[number]) => ({
  id,
  type: 'function' as const,
  function: { name, arguments: text },
});

/** What of a path is sent. */
export interface SentPath {
  /** Its newest message; null for an empty path. */
  readonly tipSeq: number | null;
  /** How many of the newest messages, those that say nothing included. */
  readonly count: number;
  /** Messages before those that are sent all the same, by their ids. */
  readonly keptIds: readonly string[];
}

/**
 * What is sent, exactly: the system prompt unless it is empty, then the messages of the path from the root on, without
 * those that say nothing. What a model thought is never sent back.
 */
export const readPrompt = (
  reader: Reader,
  systemPrompt: string,
  { tipSeq, count, keptIds }: SentPath,
): readonly PromptMessage[] => {
  const kept = keptIds.map((id) => findMessage(reader, id));
  const newest = tipSeq === null || count === 0 ? [] : readMessages(reader, walkPath(reader, tipSeq, count));
  const path = [...kept, ...newest];
  return [
    ...(systemPrompt === '' ? [] : [{ role: 'system' as const, content: systemPrompt }]),
    ...path.map(({ message }) => promptMessage(message)).filter((message) => message !== null),
  ];
};

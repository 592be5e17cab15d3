import { callsOf } from '../../../preload/contract/answer-parts';
import type { Message } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import { readMessages } from '../history/messages';
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

/**
 * What is sent, exactly: the system prompt unless it is empty, then the newest `count` messages of the path that ends
 * with `tipSeq`, without those that say nothing. What a model thought is never sent back.
 */
export const readPrompt = (
  reader: Reader,
  systemPrompt: string,
  tipSeq: number,
  count: number,
): readonly PromptMessage[] => {
  const path = count === 0 ? [] : readMessages(reader, walkPath(reader, tipSeq, count));
  return [
    ...(systemPrompt === '' ? [] : [{ role: 'system' as const, content: systemPrompt }]),
    ...path.map(({ message }) => promptMessage(message)).filter((message) => message !== null),
  ];
};

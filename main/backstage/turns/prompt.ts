import { textOf } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import { readMessages } from '../history/messages';
import { walkPath } from '../history/path';
import type { PromptMessage } from '../prompt-message';

/**
 * What is sent, exactly: the system prompt unless it is empty, then the newest `count` messages of the path that ends
 * with `tipSeq`, without those that have no text.
 */
export const readPrompt = (
  reader: Reader,
  systemPrompt: string,
  tipSeq: number,
  count: number,
): readonly PromptMessage[] => {
  const path = count === 0 ? [] : readMessages(reader, walkPath(reader, tipSeq, count));
  return [
    { role: 'system' as const, content: systemPrompt },
    ...path.map(({ message }) => ({ role: message.role, content: textOf(message.parts) })),
  ].filter((message) => message.content !== '');
};

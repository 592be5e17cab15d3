import { callsOf } from '../../../preload/contract/answer-parts';
import type { Message } from '../../../preload/contract/history';

/**
 * What is copied of a message: its text, or where a reply only calls functions the calls as the API has them. Empty where
 * there is nothing to copy: what the clipboard holds is not to be lost for it.
 */
export const copiedText = ({ parts }: Pick<Message, 'parts'>, text: string): string => {
  const calls = callsOf(parts);
  if (text !== '' || calls.length === 0) return text;
  const wire = calls.map(({ id, name, arguments: args }) => ({
    id,
    type: 'function',
    function: { name, arguments: args },
  }));
  return JSON.stringify(wire, null, 2);
};

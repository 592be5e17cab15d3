import type { ToolCallPart } from '../../../preload/contract/parts';
import type { PromptToolCall } from '../prompt-message';

/** A call as the wire has it. */
export const wireCall = ({ id, name, arguments: text }: ToolCallPart): PromptToolCall => ({
  id,
  type: 'function',
  function: { name, arguments: text },
});

import { Failure } from '../../../preload/contract/result';
import type { PromptMessage } from '../prompt-message';

/** Ids of calls that wait for their results; with each the name of its function. */
type OpenCalls = ReadonlyMap<string, string>;

const openedBy = ({ tool_calls: calls = [] }: PromptMessage): OpenCalls =>
  new Map(calls.map(({ id, function: { name } }) => [id, name]));

const refuseOpen = (open: OpenCalls): void => {
  const [name] = open.values();
  if (name !== undefined) throw new Failure('chat.openCall', 'A call has no result', { name });
};

const answer = (open: OpenCalls, callId: string): OpenCalls => {
  if (!open.has(callId)) throw new Failure('chat.strayResult', 'A result answers no call');
  return new Map([...open].filter(([id]) => id !== callId));
};

/**
 * Refuses what the API would refuse: right after a message with calls there must be a result for each of them, and a
 * result must not stand anywhere else. Errors: `chat.openCall` (its function's `name` in the detail), `chat.strayResult`.
 */
export const checkCallPairs = (prompt: readonly PromptMessage[]): void => {
  let open: OpenCalls = new Map();
  for (const message of prompt) {
    if (message.tool_call_id !== undefined) {
      open = answer(open, message.tool_call_id);
      continue;
    }
    refuseOpen(open);
    open = openedBy(message);
  }
  refuseOpen(open);
};

import type { Message } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';

/** The answer in whose place this one stands: the one it goes on from, or the failed one whose request it repeats. */
const replacedBy = ({ answer }: Message, byId: ReadonlyMap<string, Message>): Message | undefined => {
  const continued = byId.get(answer?.continuesId ?? '');
  if (continued !== undefined) return continued;
  const repeated = byId.get(answer?.repeats?.messageId ?? '');
  return repeated?.status === 'failed' && textOf(repeated.parts) === '' ? repeated : undefined;
};

/**
 * The answers that stand side by side, each in the place of the one that it replaces; none when there is only one.
 * @param answers all of one request or comparison, in the order they were made.
 * @param chosenId the one on the chat's path, which is shown in any case.
 */
export const sideBySide = (answers: readonly Message[], chosenId: string): readonly Message[] => {
  if (answers.length < 2) return [];
  const byId = new Map(answers.map((message) => [message.id, message]));
  const replaced = new Set<string>();
  const placeOf = (message: Message): number => {
    const before = replacedBy(message, byId);
    return before === undefined ? answers.indexOf(message) : placeOf(before);
  };
  for (const message of answers) {
    const before = replacedBy(message, byId);
    if (before !== undefined) replaced.add(before.id);
  }
  return answers
    .filter(({ id }) => id === chosenId || !replaced.has(id))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
};

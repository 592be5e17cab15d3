import { type RefObject, useRef } from 'react';
import { isTooLongForBox } from '../../stores/composer-store';
import { useConversation } from '../../stores/conversation-store';
import { messageText } from '../../stores/transcript';
import type { KeyPress } from './box-keys';
import { putInBox } from './edit-box';
import { type Recall, recallStep } from './sent-history';

/** What was sent in the chat on screen as far as it is loaded, latest first, each text once in a row. */
const sentTexts = (): readonly string[] =>
  useConversation
    .getState()
    .transcript.entries.filter(({ message }) => message.role === 'user')
    .map(({ message }) => messageText(message))
    .filter((text) => text.trim() !== '' && !isTooLongForBox(text))
    .filter((text, at, all) => text !== all[at + 1])
    .reverse();

/** Whether the caret is where an arrow would leave the text, or behind all of it. */
const isAtEdge = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement, key: string): boolean => {
  if (selectionStart !== selectionEnd) return false;
  if (selectionEnd === value.length) return true;
  return key === 'ArrowUp'
    ? !value.slice(0, selectionStart).includes('\n')
    : !value.slice(selectionEnd).includes('\n');
};

/** Lets Up put back what was sent last, and Down go forward again. Answers true for a key that it took. */
export const useRecall = (box: RefObject<HTMLTextAreaElement | null>) => {
  const recall = useRef<{ readonly chatId: string | null; readonly state: Recall | null }>({
    chatId: null,
    state: null,
  });
  return ({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): boolean => {
    const element = box.current;
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || element === null) return false;
    if (shiftKey || altKey || ctrlKey || metaKey || !isAtEdge(element, key)) return false;
    const { chatId } = useConversation.getState();
    const before = recall.current.chatId === chatId ? recall.current.state : null;
    const step = recallStep(before, sentTexts(), element.value, key);
    if (step === null) return false;
    recall.current = { chatId, state: step.recall };
    putInBox(element, 0, element.value.length, step.text);
    return true;
  };
};

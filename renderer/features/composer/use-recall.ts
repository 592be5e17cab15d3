import { type RefObject, useRef } from 'react';
import type { Message } from '../../../preload/contract/history';
import { readMessages } from '../../actions/copy-messages';
import { isTooLongForBox } from '../../stores/composer-store';
import { useConversation } from '../../stores/conversation-store';
import { tellError } from '../../stores/notices-store';
import { hasEnd, messageText } from '../../stores/transcript';
import type { KeyPress } from './box-keys';
import { putInBox } from './edit-box';
import { type Recall, recallStep } from './sent-history';

/** Messages that are looked through at once where they are not loaded. */
const STRETCH = 100;

/** What was sent, latest first, and the place of the path above which nobody has looked. */
interface Sent {
  readonly texts: readonly string[];
  readonly from: number;
}

/** What the person sent, latest first, each text once in a row. */
const textsOf = (messages: readonly Message[]): readonly string[] =>
  messages
    .filter(({ role }) => role === 'user')
    .map(messageText)
    .filter((text) => text.trim() !== '' && !isTooLongForBox(text))
    .filter((text, at, all) => text !== all[at + 1])
    .reverse();

const loadedTexts = (): Sent => {
  const { transcript } = useConversation.getState();
  if (!hasEnd(transcript)) return { texts: [], from: transcript.length };
  return { texts: textsOf(transcript.entries.map(({ message }) => message)), from: transcript.from };
};

/** The next texts above a place of the path. */
const earlierTexts = async (place: number): Promise<Sent> => {
  for (let end = place; end > 0; end -= STRETCH) {
    const from = Math.max(0, end - STRETCH);
    const texts = textsOf(await readMessages(from, end - 1));
    if (texts.length > 0) return { texts, from };
  }
  return { texts: [], from: 0 };
};

/** Whether the caret is where an arrow would leave the text, or behind all of it. */
const isAtEdge = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement, key: string): boolean => {
  if (selectionStart !== selectionEnd) return false;
  if (selectionEnd === value.length) return true;
  return key === 'ArrowUp'
    ? !value.slice(0, selectionStart).includes('\n')
    : !value.slice(selectionEnd).includes('\n');
};

/** Going back in a chat. */
interface Going extends Sent {
  readonly chatId: string | null;
  readonly recall: Recall | null;
}

/** Lets Up put back what was sent, all of the chat, and Down go forward again. Answers true for a key that it took. */
export const useRecall = (box: RefObject<HTMLTextAreaElement | null>) => {
  const going = useRef<Going>({ chatId: null, recall: null, texts: [], from: 0 });
  const step = (element: HTMLTextAreaElement, key: 'ArrowUp' | 'ArrowDown', now: Going): boolean => {
    const next = recallStep(now.recall, now.texts, element.value, key);
    if (next === null) return false;
    going.current = { ...now, recall: next.recall };
    putInBox(element, 0, element.value.length, next.text);
    return true;
  };
  const goFurther = async (element: HTMLTextAreaElement, now: Going) => {
    const { value } = element;
    const earlier = await earlierTexts(now.from);
    // Whoever typed on, or went elsewhere, meanwhile is not interrupted.
    if (element.value !== value || useConversation.getState().chatId !== now.chatId) return;
    const texts = [...now.texts, ...earlier.texts];
    const recall = now.recall === null ? null : { ...now.recall, texts };
    going.current = { ...now, from: earlier.from, texts, recall };
    step(element, 'ArrowUp', going.current);
  };
  return ({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): boolean => {
    const element = box.current;
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || element === null) return false;
    if (shiftKey || altKey || ctrlKey || metaKey || !isAtEdge(element, key)) return false;
    const { chatId } = useConversation.getState();
    const { current } = going;
    const { recall } = current;
    const isGoing = current.chatId === chatId && recall !== null && recall.texts[recall.at] === element.value;
    const now = isGoing ? current : { chatId, recall: null, ...loadedTexts() };
    if (step(element, key, now)) return true;
    if (key === 'ArrowDown' || now.from === 0 || (!isGoing && element.value !== '')) return false;
    goFurther(element, now).catch(tellError);
    return true;
  };
};

import { create } from 'zustand';
import type { ChatFinds } from '../../preload/contract/search';

/** A place in the chat on screen that is to be seen. */
export interface Place {
  readonly messageId: string;
  /** What is marked there, as it is written. */
  readonly found: readonly string[];
  /** Which of the marks is the one, from 0. */
  readonly nth: number;
  /** True where it stands in what the model thought, which is folded away otherwise. */
  readonly inReasoning?: boolean;
}

interface Find {
  /** Whether one looks for something in the chat on screen. */
  readonly open: boolean;
  readonly text: string;
  /** What was found of `text`, or of what was typed before it. */
  readonly finds: ChatFinds;
  /** Which find is shown, counted through the whole chat from 0. */
  readonly at: number;
  /** How often focus was sent to the box. */
  readonly boxCalls: number;
  /** The place that is shown, and how often one was: going to the same place twice scrolls twice. */
  readonly place: Place | null;
  readonly placeCalls: number;
}

/** Nothing found. */
export const noFinds: ChatFinds = { messages: [], isWhole: true };

/** What is looked for and shown in the chat on screen. */
export const useFind = create<Find>()(() => ({
  open: false,
  text: '',
  finds: noFinds,
  at: 0,
  boxCalls: 0,
  place: null,
  placeCalls: 0,
}));

/** Finds in the whole chat. */
export const countFinds = ({ messages }: ChatFinds): number =>
  messages.reduce((sum, { count }) => sum + count, 0);

/** The message of the nth find, counted from 0, and which of its finds that is. */
export const findAt = ({ messages }: ChatFinds, at: number): { messageId: string; nth: number } | null => {
  let before = 0;
  for (const { messageId, count } of messages) {
    if (at < before + count) return { messageId, nth: at - before };
    before += count;
  }
  return null;
};

/** Scrolls the transcript to a place, once its message is loaded, and marks it. Null: nothing is marked any more. */
export const showPlace = (place: Place | null): void =>
  useFind.setState(({ placeCalls }) => ({ place, placeCalls: placeCalls + 1 }));

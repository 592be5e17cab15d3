import { createContext, useContext, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Time for formatting before new text is first painted, in milliseconds: a reply of usual length is done by then. */
const FIRST_MS = 24;
/** Time for formatting in each frame after that, in milliseconds: what is left of 16 goes to layout and typing. */
const FRAME_MS = 8;

const queue: (() => void)[] = [];
let running = false;
let holders = 0;

/** True while there is text that waits for its formatting. */
export const isRipening = (): boolean => running;

/** Lets nothing be formatted until what it answers with is called: there is something more urgent to show. */
export const holdRipening = (): (() => void) => {
  holders += 1;
  return () => {
    holders -= 1;
  };
};

/** From the end: that is where a reply grows, where a chat opens, and what is next to the reader when more is loaded above. */
const ripenFor = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (holders === 0 && queue.length > 0 && performance.now() < end) {
    const ripen = queue.pop();
    if (ripen !== undefined) flushSync(ripen);
  }
  running = queue.length > 0;
  if (running) requestAnimationFrame(() => ripenFor(FRAME_MS));
};

const whenItsTurn = (ripen: () => void): (() => void) => {
  let wanted = true;
  queue.push(() => {
    if (wanted) ripen();
  });
  if (!running) {
    running = true;
    // After the commit that asked, and still before its frame is painted.
    queueMicrotask(() => ripenFor(FIRST_MS));
  }
  return () => {
    wanted = false;
  };
};

/** True where all is formatted at once and in full, to be copied: no code is folded, and no diagram drawn. */
export const FormatsAtOnce = createContext(false);

/**
 * False until there was time to format this block: much text that comes at once is shown as it is first, and formatted
 * block by block, so that no frame waits for all of it.
 */
export const useRipe = (): boolean => {
  const atOnce = useContext(FormatsAtOnce);
  const [ripe, setRipe] = useState(atOnce);
  useLayoutEffect(() => (ripe ? undefined : whenItsTurn(() => setRipe(true))), [ripe]);
  return ripe;
};

/** `value`, or what it was before, until there was time to show the new one. Null at first. */
export const useInTurn = <T>(value: T): T | null => {
  const [shown, setShown] = useState<T | null>(null);
  useLayoutEffect(() => (shown === value ? undefined : whenItsTurn(() => setShown(value))), [shown, value]);
  return shown;
};

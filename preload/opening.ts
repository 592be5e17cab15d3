/** What a page has from main before its own first line has run. */
export interface Opening {
  /** The answer that was asked for ahead, once; null: it was taken already. */
  readonly takeAnswer: () => Promise<unknown> | null;
  /** Hands an event on: at once, or after the answer where that was not taken yet. */
  readonly hear: (name: string, payload: unknown) => void;
}

/**
 * Asks for the snapshot while the page is still being read, which a start would otherwise wait for. What main tells after it
 * answered is newer than the answer: it is held until the page took that in, and then comes in its order.
 * @param ask one request; its failure is the page's, as soon as that asks.
 */
export const openPage = (
  ask: () => Promise<unknown>,
  deliver: (name: string, payload: unknown) => void,
): Opening => {
  let answer: Promise<unknown> | null = ask();
  answer.catch(() => undefined);
  let held: (() => void)[] | null = [];
  const release = () => {
    const late = held ?? [];
    held = null;
    for (const each of late) each();
  };
  return {
    takeAnswer: () => {
      const taken = answer;
      answer = null;
      // Not before the page, which waits for the same promise, has run on.
      const after = () => setTimeout(release);
      taken?.then(after, after);
      return taken;
    },
    hear: (name, payload) => {
      if (held === null) deliver(name, payload);
      else held.push(() => deliver(name, payload));
    },
  };
};

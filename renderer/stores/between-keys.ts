/** Someone is typing while the last key is no older than this, in milliseconds. */
const TYPING_MS = 300;
/**
 * What waits is done no more often than this, in milliseconds. Chromium has one frame for each beat of 16.7 ms, and sometimes
 * skips one after it has rested: a frame of what streams is in the way of a key for up to three beats.
 */
const EVERY_MS = 160;
/** What waits is done after so many milliseconds, also where no other key is pressed. */
const LATEST_MS = 240;

const waiting = new Set<() => void>();
let keyAt = Number.NEGATIVE_INFINITY;
let doneAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;

const doWaiting = (): void => {
  if (waiting.size === 0) return;
  clearTimeout(timer);
  timer = undefined;
  doneAt = performance.now();
  const jobs = [...waiting];
  waiting.clear();
  for (const job of jobs) job();
};

const doInTurn = (): void => {
  if (performance.now() - doneAt >= EVERY_MS) doWaiting();
};

/** Notes that a key was pressed. @param afterFrame runs a job once what the key did is on screen. */
export const noteKey = (afterFrame: (job: () => void) => void): void => {
  keyAt = performance.now();
  // In a task of its own, which comes after all else that waits for the same frame.
  afterFrame(() => setTimeout(doInTurn));
};

/** Whether someone is typing: what the page does by itself then keeps out of the way of keys. */
export const isTyping = (): boolean => performance.now() - keyAt <= TYPING_MS;

/** What was typed is sent: what comes now is waited for. */
export const endTyping = (): void => {
  keyAt = Number.NEGATIVE_INFINITY;
};

/**
 * Does at once what changes the page by itself, or while someone types once a key is painted: the next key is then not
 * kept waiting behind a frame that nobody looks at. The same job asked for again waits once.
 */
export const betweenKeys = (job: () => void): void => {
  if (!isTyping()) {
    job();
    return;
  }
  waiting.add(job);
  timer ??= setTimeout(doWaiting, LATEST_MS);
};

/** Someone is typing while the last key is no older than this, in milliseconds. */
const TYPING_MS = 300;
/** What waits is done after so many milliseconds, also where no other key is pressed. */
const LATEST_MS = 100;

const waiting = new Set<() => void>();
let keyAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;

const doWaiting = (): void => {
  clearTimeout(timer);
  timer = undefined;
  const jobs = [...waiting];
  waiting.clear();
  for (const job of jobs) job();
};

/** Notes that a key was pressed. @param afterFrame runs a job once what the key did is on screen. */
export const noteKey = (afterFrame: (job: () => void) => void): void => {
  keyAt = performance.now();
  // In a task of its own, which comes after all else that waits for the same frame.
  afterFrame(() => setTimeout(doWaiting));
};

/**
 * Does at once what changes the page by itself, or while someone types once a key is painted: the next key is then not
 * kept waiting behind a frame that nobody looks at. The same job asked for again waits once.
 */
export const betweenKeys = (job: () => void): void => {
  if (performance.now() - keyAt > TYPING_MS) {
    job();
    return;
  }
  waiting.add(job);
  timer ??= setTimeout(doWaiting, LATEST_MS);
};

const markOnce = (name: string) => {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
};

/** Runs `job` once the frame that is being prepared is on screen. */
const afterFrame = (job: () => void) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = job;
    port2.postMessage(null);
  });
};

/** Notes when the first frame is on screen. */
export const markFirstPaint = (): void => afterFrame(() => markOnce('parlance:first-paint'));

/** Notes when the composer can be typed in and the chats are shown. */
export const markInteractive = (): void => afterFrame(() => markOnce('parlance:interactive'));

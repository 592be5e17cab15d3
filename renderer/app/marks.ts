import { afterFrame } from '../ui/after-frame';

const markOnce = (name: string) => {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
};

/** Notes when the first frame is on screen. */
export const markFirstPaint = (): void => afterFrame(() => markOnce('parlance:first-paint'));

/** Notes when the composer can be typed in and the chats are shown. */
export const markInteractive = (): void => afterFrame(() => markOnce('parlance:interactive'));

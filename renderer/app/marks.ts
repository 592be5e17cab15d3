import { afterFrame } from '../ui/after-frame';

const markOnce = (name: string) => {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
};

/** Notes when the first frame is on screen. */
export const markFirstPaint = (): void => afterFrame(() => markOnce('parlance:first-paint'));

let tellUsable = () => {};

/** Resolves when the composer can be typed in and the chats are shown: what a start is not to wait for begins then. */
export const interactive = new Promise<void>((resolve) => {
  tellUsable = resolve;
});

/** Notes that it is so after the next frame. */
export const markInteractive = (): void =>
  afterFrame(() => {
    markOnce('parlance:interactive');
    tellUsable();
  });

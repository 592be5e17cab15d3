import { app, type BrowserWindow } from 'electron';
import { log } from './log';

/** What is asked before the app quits. */
export interface QuitQuestions {
  /** Asked at once: whether anything stands against quitting. */
  readonly isHeld: () => boolean;
  /** Answers once the person has decided. */
  readonly mayQuit: () => Promise<boolean>;
}

/**
 * Holds quitting back while something stands against it: by the menu, the window, a signal, or the end of a session, which on
 * macOS is `before-quit`, too.
 * @returns holds back the closing of a window, too.
 */
export const guardQuit = ({ isHeld, mayQuit }: QuitQuestions): ((window: BrowserWindow) => void) => {
  let isAsking = false;
  let isDecided = false;
  const ask = async (): Promise<void> => {
    try {
      isDecided = await mayQuit();
      if (isDecided) app.quit();
    } catch {
      // Nobody could be asked. The next attempt quits.
      log('quit.notAsked');
      isDecided = true;
    } finally {
      isAsking = false;
    }
  };
  const hold = (event: { readonly preventDefault: () => void }): void => {
    if (isDecided || !isHeld()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask();
  };
  app.on('before-quit', hold);
  // The end of a session on Linux, and Ctrl+C. Chromium's own handler quits once and lets the second signal kill.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  return (window) => {
    window.on('close', hold);
    // Windows only: the end of a session.
    window.on('query-session-end', hold);
  };
};

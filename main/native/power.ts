import { app, powerMonitor, powerSaveBlocker } from 'electron';
import { createSignal, type Signal } from '../storage/signal';

/** Keeps the computer from going to sleep by itself while something goes on. */
export class AwakeWhile {
  #blocker: number | null = null;

  /** @param isBusy whether something goes on now. */
  set(isBusy: boolean): void {
    if (isBusy === (this.#blocker !== null)) return;
    if (this.#blocker !== null) powerSaveBlocker.stop(this.#blocker);
    // The screen may go dark; only the network must stay.
    this.#blocker = isBusy ? powerSaveBlocker.start('prevent-app-suspension') : null;
  }
}

/**
 * Ends the app in order when the computer is shut down: what streams is kept as far as it came. (Windows ends sessions by the
 * window, see `guardQuit`; what was journalled by then is there.)
 * @returns told each time the computer wakes up.
 */
export const followPower = (): Signal<null>['on'] => {
  const woke = createSignal<null>();
  powerMonitor.on('resume', () => woke.emit(null));
  powerMonitor.on('shutdown', (event?: { readonly preventDefault: () => void }) => {
    event?.preventDefault();
    app.quit();
  });
  return woke.on;
};

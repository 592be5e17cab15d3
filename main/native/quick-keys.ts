import { globalShortcut } from 'electron';
import type { QuickKeysState } from '../../preload/contract/native';
import { isWayland } from './wayland';

/** The keys that open the small window from any app. */
export class QuickKeys {
  readonly #onPressed: () => void;
  #keys: string | null = null;
  #state: QuickKeysState = 'off';

  constructor(onPressed: () => void) {
    this.#onPressed = onPressed;
  }

  get state(): QuickKeysState {
    return this.#state;
  }

  /** Takes other keys, in Electron's accelerator notation; null: none. */
  use(keys: string | null): void {
    if (keys === this.#keys) return;
    if (this.#keys !== null && this.#state !== 'taken') globalShortcut.unregister(this.#keys);
    this.#keys = keys;
    this.#state = keys === null ? 'off' : this.#take(keys);
  }

  #take(keys: string): QuickKeysState {
    if (!this.#register(keys)) return 'taken';
    // There Electron says yes before the desktop has asked the person (electron#52218). A start with `--quick-ask` does the same, by
    // keys of the desktop's own.
    return isWayland() ? 'unsure' : 'active';
  }

  #register(keys: string): boolean {
    try {
      return globalShortcut.register(keys, this.#onPressed);
    } catch {
      // Keys that this system has no name for.
      return false;
    }
  }
}

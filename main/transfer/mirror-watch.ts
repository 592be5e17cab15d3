import { setTimeout as wait } from 'node:timers/promises';
import type { MirrorState } from '../../preload/contract/mirror';
import type { TransferDialogs } from '../app/transfer-dialogs';
import type { History } from '../history/history';

/** What the watch needs. */
interface MirrorWatchDeps {
  readonly history: Pick<History, 'call'>;
  readonly dialogs: Pick<TransferDialogs, 'pickFolder'>;
  readonly onChange: (state: MirrorState) => void;
}

/** How long backstage waits for a change before it answers all the same. */
const WAIT_MS = 60_000;
/** While the history is locked or backstage is being restarted. */
const PAUSE_MS = 2000;

/** Knows how the mirror folder is, as backstage tells it. */
export class MirrorWatch {
  readonly #deps: MirrorWatchDeps;
  #state: MirrorState = { kind: 'off' };

  constructor(deps: MirrorWatchDeps) {
    this.#deps = deps;
  }

  get state(): MirrorState {
    return this.#state;
  }

  /** Follows it for as long as the app runs. */
  async follow(): Promise<void> {
    for (;;) {
      try {
        this.#take(await this.#deps.history.call('mirror.next', { known: this.#state, waitMs: WAIT_MS }));
      } catch {
        await wait(PAUSE_MS, undefined, { ref: false });
      }
    }
  }

  /** Lets the person choose the folder. Errors: `mirror.foreign`, `transfer.notWritten`. */
  async choose(): Promise<MirrorState> {
    const folder = await this.#deps.dialogs.pickFolder();
    return folder === null ? this.#state : this.#set(folder);
  }

  /** Ends the mirror; its files stay. */
  turnOff(): Promise<MirrorState> {
    return this.#set(null);
  }

  async #set(folder: string | null): Promise<MirrorState> {
    this.#take(await this.#deps.history.call('mirror.choose', { folder }));
    return this.#state;
  }

  #take(state: MirrorState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#deps.onChange(state);
  }
}

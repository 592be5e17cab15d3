import { within } from '../app/within';
import type { RefusedDrafts } from '../chat/refused-drafts';
import type { Turns } from '../chat/turns';
import { replyText, type UnsavedText, unsavedMarkdown } from '../chat/unsaved-markdown';
import type { History } from '../history/history';

/** How many texts would be lost, and why. */
export interface UnsavedCounts {
  readonly replies: number;
  readonly drafts: number;
  /** Else the history is not open, or not for writing. */
  readonly isDiskFull: boolean;
}

/** What the person wants instead of losing it. */
export type LeavingChoice = 'stay' | 'copy' | 'quit';

/** What is needed to ask before the app quits. */
export interface LeavingDeps {
  readonly history: Pick<History, 'state' | 'tryToWrite' | 'call'>;
  readonly turns: Pick<Turns, 'liveMessageIds' | 'interruptAll' | 'unsavedMessages'>;
  readonly drafts: Pick<RefusedDrafts, 'all' | 'saveAgain'>;
  /** @param copyFailed the copy of just now could not be written. */
  readonly ask: (counts: UnsavedCounts, copyFailed: boolean) => Promise<LeavingChoice>;
  /** Where the copy goes, by its full name; null: nowhere. */
  readonly pickPlace: () => Promise<string | null>;
  /** Errors: `transfer.notWritten`. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
}

/** Longest time that quitting waits for a history that is just being opened, before it asks. */
const MAX_WAIT_MS = 5000;

/** Quitting while the history takes nothing, on a full disk or locked: what only memory has is not lost unasked. */
export class Leaving {
  readonly #deps: LeavingDeps;

  constructor(deps: LeavingDeps) {
    this.#deps = deps;
  }

  /** True while quitting would lose something because the history does not take it. */
  get wouldLose(): boolean {
    const { replies, drafts, isDiskFull } = this.#counts();
    // While backstage comes back, what streams waits for it at the end anyway.
    return this.#deps.history.state.kind !== 'open' && drafts + (isDiskFull ? replies : 0) > 0;
  }

  /** Saves what was refused, if the history takes it by now. The page would do so, too, but it is about to go, or gone. */
  async saveRefused(): Promise<void> {
    const { history, drafts } = this.#deps;
    await within(history.tryToWrite(), MAX_WAIT_MS);
    if (history.state.kind === 'open') await drafts.saveAgain();
  }

  /** Saves what can be saved by now, and else asks. Answers whether to quit. */
  async mayQuit(): Promise<boolean> {
    await this.saveRefused();
    for (let copyFailed = false; this.wouldLose; ) {
      const choice = await this.#deps.ask(this.#counts(), copyFailed);
      if (choice === 'stay') return false;
      // There may be room by now.
      if (choice === 'quit' || !this.wouldLose) return true;
      const copied = await this.#copy();
      if (copied === 'written') return true;
      copyFailed = copied === 'failed';
    }
    return true;
  }

  #counts(): UnsavedCounts {
    const { history, turns, drafts } = this.#deps;
    const { state } = history;
    return {
      replies: turns.liveMessageIds().length,
      drafts: drafts.all().length,
      isDiskFull: state.kind === 'readOnly' && state.reason === 'diskFull',
    };
  }

  async #copy(): Promise<'written' | 'failed' | 'nowhere'> {
    const { turns, pickPlace, write } = this.#deps;
    const file = await pickPlace();
    if (file === null) return 'nowhere';
    // What still streams would end now anyway, and then all of it is known.
    await turns.interruptAll();
    const markdown = unsavedMarkdown(await this.#texts());
    return write(file, Buffer.from(markdown)).then(
      () => 'written' as const,
      () => 'failed' as const,
    );
  }

  async #texts(): Promise<readonly UnsavedText[]> {
    const { turns, drafts } = this.#deps;
    const replies = turns.unsavedMessages().map(({ chatId, parts }) => ({ chatId, text: replyText(parts) }));
    return Promise.all(
      [...replies, ...drafts.all()].map(async ({ chatId, text }) => ({
        title: await this.#titleOf(chatId),
        text,
      })),
    );
  }

  /** Reading goes on while the disk is full; where it does not, a text without a title is better than none. */
  #titleOf(chatId: string | null): Promise<string> {
    if (chatId === null) return Promise.resolve('');
    return this.#deps.history.call('chat.open', { chatId, limit: 1 }).then(
      ({ chat }) => chat.title,
      () => '',
    );
  }
}

import type { Skipped, SkipReason, Taken } from '../../../preload/contract/transfer';
import { skipReasons } from '../../../preload/contract/transfer';
import type { WrittenChat } from './write-chat';

/** Chats named per kind of what was left out. */
const MAX_TITLES = 5;

interface Line {
  count: number;
  readonly titles: string[];
}

/** Counts what an import takes and leaves. */
export class Tally {
  readonly #lines = new Map<SkipReason, Line>();
  #newChats = 0;
  #grownChats = 0;
  #messages = 0;
  #images = 0;

  get taken(): Taken {
    const [newChats, grownChats] = [this.#newChats, this.#grownChats];
    return { newChats, grownChats, messages: this.#messages, images: this.#images };
  }

  /** In the order of `skipReasons`. */
  get skipped(): readonly Skipped[] {
    return skipReasons.flatMap((reason) => {
      const line = this.#lines.get(reason);
      return line ? [{ reason, count: line.count, titles: line.titles }] : [];
    });
  }

  /** True when there were chats and all of them are here already: then nothing new is no failure. */
  get hasAllAlready(): boolean {
    return this.#lines.has('alreadyHere') || this.#lines.has('inTrash');
  }

  get hasTaken(): boolean {
    return this.#newChats + this.#grownChats > 0;
  }

  leave(reason: SkipReason, title: string, count = 1): void {
    if (count === 0) return;
    const line = this.#lines.get(reason) ?? { count: 0, titles: [] };
    this.#lines.set(reason, line);
    line.count += count;
    if (title !== '' && line.titles.length < MAX_TITLES && !line.titles.includes(title))
      line.titles.push(title);
  }

  take({ outcome, messageCount }: WrittenChat, title: string, imageCount: number): void {
    if (outcome === 'same') this.leave('alreadyHere', title);
    else if (outcome === 'trashed') this.leave('inTrash', title);
    else {
      if (outcome === 'new') this.#newChats += 1;
      else this.#grownChats += 1;
      this.#messages += messageCount;
      this.#images += imageCount;
    }
  }
}

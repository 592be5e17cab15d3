import { randomUUID } from 'node:crypto';

/** What a preview shows. */
export interface Preview {
  readonly html: string;
  readonly runsScripts: boolean;
}

/** Kept at once; a page that was not closed, as when the window was loaded again, goes with the oldest. */
const MOST = 30;

/** The pages that isolated frames can show now, in memory only. Each has an address that cannot be guessed. */
export class Previews {
  readonly #open = new Map<string, Preview>();

  /** Keeps a page. Answers with its id. */
  open(preview: Preview): string {
    const id = randomUUID();
    this.#open.set(id, preview);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST && oldest !== undefined) this.#open.delete(oldest);
    return id;
  }

  /** Forgets a page. */
  close(id: string): void {
    this.#open.delete(id);
  }

  /** The page of an id; null where there is none. */
  find(id: string): Preview | null {
    return this.#open.get(id) ?? null;
  }
}

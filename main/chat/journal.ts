import type { JournalPiece } from '../backstage/protocol-answers';

/** Pieces by message and channel, in order. */
type Pending = Map<string, JournalPiece>;

const join = (pending: Pending, piece: JournalPiece): void => {
  const key = `${piece.messageId} ${piece.channel}`;
  const before = pending.get(key);
  pending.set(key, before === undefined ? piece : { ...before, text: before.text + piece.text });
};

/** A crash may cost 250 ms of text: the rest is for the write itself, which waits for the disk. */
const INTERVAL_MS = 100;
const MAX_INTERVAL_MS = 2_000;

/**
 * Writes new text down soon after it came, one write at a time. A write that fails (backstage is restarting) is made
 * again, with longer and longer pauses, until it succeeds or the journal is closed: text is never dropped, and a piece
 * that was written after all is known by its offset.
 */
export class Journal {
  #pending: Pending = new Map();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #intervalMs: number;
  #closed = false;

  readonly #write: (pieces: readonly JournalPiece[]) => Promise<unknown>;
  readonly #baseIntervalMs: number;

  constructor(write: (pieces: readonly JournalPiece[]) => Promise<unknown>, baseIntervalMs = INTERVAL_MS) {
    this.#write = write;
    this.#baseIntervalMs = baseIntervalMs;
    this.#intervalMs = baseIntervalMs;
  }

  /** Takes the next piece of a message; pieces of one channel come in order and without gaps. */
  add(piece: JournalPiece): void {
    join(this.#pending, piece);
    this.#schedule();
  }

  /** Ends the journal; resolves when no write is under way any more. What was not written is the last write's part. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#writing;
  }

  #schedule(): void {
    if (this.#closed || this.#timer !== undefined || this.#writing !== undefined || this.#pending.size === 0)
      return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#writing = this.#writePending();
    }, this.#intervalMs);
  }

  async #writePending(): Promise<void> {
    const pieces = this.#pending;
    this.#pending = new Map();
    try {
      await this.#write([...pieces.values()]);
      this.#intervalMs = this.#baseIntervalMs;
    } catch {
      this.#restore(pieces);
      this.#intervalMs = Math.min(this.#intervalMs * 2, MAX_INTERVAL_MS);
    }
    this.#writing = undefined;
    this.#schedule();
  }

  #restore(older: Pending): void {
    const newer = this.#pending;
    this.#pending = new Map(older);
    for (const piece of newer.values()) join(this.#pending, piece);
  }
}

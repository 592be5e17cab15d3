import type { Connection } from './connection';

/** Work that a batch takes before it is committed, in milliseconds: what somebody else's write then waits for is a part of it. */
const BATCH_MS = 10;
/** How long a batch waits for more work, in milliseconds. */
const IDLE_MS = 250;

/**
 * One transaction that several pieces of work share, each of them whole or not at all. A page that all of them change is
 * written once. It stays open between them, but not for long; whoever wants a transaction of their own ends it first.
 */
export class Batch {
  readonly #connection: Connection;
  #isOpen = false;
  #workMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #onKept: (() => void)[] = [];
  /** Why the last one was lost, until the one who worked on it has been told. */
  #loss: { readonly thrown: unknown } | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Adds work. Errors: what `work` throws, which then left nothing; and why the batch before this one was lost. */
  add<T>(work: () => T, onKept: (result: T) => void): T {
    this.#tellLoss();
    const began = performance.now();
    if (!this.#isOpen) this.#open();
    const result = this.#whole(work);
    this.#onKept.push(() => onKept(result));
    this.#workMs += performance.now() - began;
    if (this.#workMs >= BATCH_MS) this.end();
    return result;
  }

  /** Commits what there is. Errors: why it, or the one before it, was lost. */
  end(): void {
    this.settle();
    this.#tellLoss();
  }

  /** As `end`, but the one who worked on it is told of a loss, not the caller. */
  settle(): void {
    if (!this.#isOpen) return;
    try {
      this.#connection.exec('COMMIT');
      for (const kept of this.#onKept) kept();
    } catch (thrown) {
      this.#loss = { thrown };
    } finally {
      this.#close();
    }
  }

  #tellLoss(): void {
    const loss = this.#loss;
    this.#loss = null;
    if (loss !== null) throw loss.thrown;
  }

  #open(): void {
    this.#connection.exec('PRAGMA synchronous = NORMAL');
    this.#isOpen = true;
    try {
      this.#connection.exec('BEGIN IMMEDIATE');
    } catch (thrown) {
      this.#close();
      throw thrown;
    }
    this.#timer = setTimeout(() => this.settle(), IDLE_MS);
  }

  #whole<T>(work: () => T): T {
    this.#connection.exec('SAVEPOINT piece');
    try {
      const result = work();
      this.#connection.exec('RELEASE piece');
      return result;
    } catch (thrown) {
      // SQLite itself has rolled back all of it after some errors, for example when the disk is full.
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK TO piece; RELEASE piece');
      else this.#close();
      throw thrown;
    }
  }

  #close(): void {
    clearTimeout(this.#timer);
    if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
    this.#connection.exec('PRAGMA synchronous = FULL');
    this.#isOpen = false;
    this.#workMs = 0;
    this.#onKept = [];
  }
}

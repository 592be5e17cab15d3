import { Failure } from '../../../preload/contract/result';
import type { Database, Writer } from '../database/database';
import { toFailure } from '../database/sqlite-failure';
import { indexQueued, isIndexing, type Newest, newestQueued } from './index-queue';
import { beginMerging, mergeNext } from './merge-index';

/** Rows that are indexed with the transaction that wrote them; more (a copied branch, an import) can wait. */
const AT_ONCE = 8;
/** Rows of one slice in the background: some milliseconds of work, beside what a very long message takes. */
const SLICE = 64;
/** Pause between slices, in milliseconds: what the person asks for comes first. */
const PAUSE_MS = 5;
/** While an import runs: each of its transactions would write the same pages of the index anew. */
const BUSY_MS = 250;
/** After a slice failed, for example on a full disk. */
const RETRY_MS = 10_000;
/** After the start and after the last slice: until then there is other work. */
const MERGE_MS = 3000;

/**
 * Keeps the index in step with a history: what is written is indexed in its own transaction, what was there before in
 * slices beside the daily work. The queue in the database says where it stopped, so that a kill costs nothing. When all is
 * indexed, its pieces are merged.
 */
export class Indexer {
  readonly #database: Database;
  readonly #isBusy: () => boolean;
  #timer: NodeJS.Timeout | undefined;
  #mergeTimer: NodeJS.Timeout | undefined;

  /** @param isBusy whether so much is being written that what is there should wait. */
  constructor(database: Database, isBusy: () => boolean) {
    this.#database = database;
    this.#isBusy = isBusy;
  }

  /** Begins. The database must be open for writing. */
  start(): void {
    this.#database.aroundWrites((writer) => {
      const waiting = newestQueued(writer);
      return () => this.#indexAtOnce(writer, waiting);
    });
    this.#later(PAUSE_MS);
    this.#mergeLater(MERGE_MS, beginMerging);
  }

  /** Ends, before the database is closed. */
  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#mergeTimer);
  }

  /** @param waiting what waited before this transaction is the background's work: a draft must not pay for an import. */
  #indexAtOnce(writer: Writer, waiting: Newest): void {
    try {
      indexQueued(writer, AT_ONCE, waiting);
    } catch (thrown) {
      const failure = toFailure(thrown);
      // What was written counts more than that it can be found: it stays in the queue. But a full disk ends it all.
      if (failure instanceof Failure && failure.code !== 'history.damaged') throw thrown;
    }
    if (this.#timer === undefined && isIndexing(writer)) this.#later(PAUSE_MS);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#slice(), ms);
  }

  #slice(): void {
    this.#timer = undefined;
    if (this.#isBusy()) {
      this.#later(BUSY_MS);
      return;
    }
    try {
      // The transaction's end plans the next slice if there is more.
      this.#database.write((writer) => indexQueued(writer, SLICE));
    } catch {
      this.#later(RETRY_MS);
    }
  }

  #mergeLater(ms: number, merge: (writer: Writer) => unknown): void {
    clearTimeout(this.#mergeTimer);
    this.#mergeTimer = setTimeout(() => this.#merge(merge), ms).unref();
  }

  #merge(merge: (writer: Writer) => unknown): void {
    if (this.#isBusy() || isIndexing(this.#database)) {
      this.#mergeLater(MERGE_MS, merge);
      return;
    }
    try {
      // What a power cut takes back is merged again.
      if (this.#database.writeRelaxed(merge) !== false) this.#mergeLater(PAUSE_MS, mergeNext);
    } catch {
      // The index is right without it; the next start tries again.
    }
  }
}

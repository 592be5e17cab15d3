import { Failure } from '../../preload/contract/result';
import { Cleaner } from './attachments/cleaner';
import type { Database } from './database/database';
import { openHistory } from './database/open-history';
import { dropUnfinished, recoverInterrupted } from './history/recovery';
import { Remover } from './history/remover';
import { migrations } from './migrations/migrations';
import { Mirror } from './mirror/mirror';
import type { OpInput } from './protocol';
import type { HistoryPlace, OpenReport } from './protocol-keeping';
import { Indexer } from './search/indexer';
import { warmUp } from './search/warm-up';
import { doJob, type RunJob } from './snapshots/database-job';
import { WatchedJob } from './snapshots/watched-job';
import { PathCounts } from './tokens/path-counts';
import { Transfers } from './transfer/transfers';

interface Open {
  readonly place: HistoryPlace;
  readonly database: Database;
  readonly counts: PathCounts;
  readonly indexer: Indexer;
  readonly remover: Remover;
  readonly endWarmUp: () => void;
  /** None for a history that is open for reading only. */
  readonly cleaner?: Cleaner;
  readonly mirror?: Mirror;
}

/** The history that is open now, if any. */
export class Session {
  readonly transfers = new Transfers();
  readonly salvage = new WatchedJob();
  /** Does long work on a database beside the daily one. */
  readonly runJob: RunJob;
  readonly #clock: () => number;
  #open: Open | null = null;
  #lastJob: Promise<unknown> = Promise.resolve();

  /** @param runJob where long work is done; here unless told otherwise. */
  constructor(
    clock: () => number = Date.now,
    runJob: RunJob = async (job, watch) => doJob(job, watch?.onProgress),
  ) {
    this.#clock = clock;
    this.runJob = runJob;
  }

  /** Errors: `history.unavailable` while no history is open. */
  get database(): Database {
    return this.#opened.database;
  }

  /** True while a history is open that this version may write. */
  get isWritable(): boolean {
    return this.#open !== null && !this.#open.database.isReadOnly;
  }

  /** Errors: `history.unavailable` while no history is open. */
  get counts(): PathCounts {
    return this.#opened.counts;
  }

  /** Where the open history is. Errors: `history.unavailable` while no history is open. */
  get place(): HistoryPlace {
    return this.#opened.place;
  }

  /** Errors: `history.unavailable` while no history is open. */
  get remover(): Remover {
    return this.#opened.remover;
  }

  /** Errors: `history.unavailable` while no history is open, `history.readOnly`. */
  get mirror(): Mirror {
    const { mirror } = this.#opened;
    if (!mirror) throw new Failure('history.readOnly', 'The history is open for reading only');
    return mirror;
  }

  /** Lets the mirror see whether something has changed. */
  nudgeMirror(): void {
    this.#open?.mirror?.nudge();
  }

  /** Does such work once the one before has ended: two would be in each other's way, and files are replaced in between. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#lastJob.then(work);
    this.#lastJob = done.catch(() => undefined);
    return done;
  }

  /** Opens a history in place of the one open before and ends the replies that the last run left streaming. */
  open({ file, keyHex, liveMessageIds, isUpdate = false }: OpInput<'history.open'>): OpenReport {
    this.close();
    const { database, readOnly } = openHistory(file, keyHex, migrations, isUpdate);
    const indexer = new Indexer(database, () => this.transfers.isImporting);
    const remover = new Remover(database, this.#clock);
    const endWarmUp = warmUp(database);
    const counts = new PathCounts(database);
    const open = { place: { file, keyHex }, database, counts, indexer, remover, endWarmUp };
    const mirror = new Mirror(database, file);
    this.#open = readOnly ? open : { ...open, cleaner: new Cleaner(database), mirror };
    if (readOnly) return { readOnly, interruptedCount: 0 };
    indexer.start();
    remover.start();
    const interruptedCount = database.write((writer) => {
      dropUnfinished(writer);
      return recoverInterrupted(writer, liveMessageIds);
    });
    mirror.start();
    return { readOnly, interruptedCount };
  }

  /** Does nothing while none is open. */
  close(): void {
    this.transfers.cancel();
    const open = this.#open;
    this.#open = null;
    open?.endWarmUp();
    open?.indexer.stop();
    open?.remover.stop();
    open?.cleaner?.stop();
    open?.mirror?.stop();
    open?.database.close();
  }

  get #opened(): Open {
    if (!this.#open) throw new Failure('history.unavailable', 'No history is open');
    return this.#open;
  }
}

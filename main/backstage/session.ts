import { Failure } from '../../preload/contract/result';
import { Cleaner } from './attachments/cleaner';
import type { Database } from './database/database';
import { openHistory } from './database/open-history';
import { recoverInterrupted } from './history/recovery';
import type { OpenReport, OpInput } from './protocol';
import { Indexer } from './search/indexer';
import { PathCounts } from './tokens/path-counts';
import { Transfers } from './transfer/transfers';

interface Open {
  readonly database: Database;
  readonly counts: PathCounts;
  readonly indexer: Indexer;
  /** None for a history that is open for reading only. */
  readonly cleaner?: Cleaner;
}

/** The history that is open now, if any. */
export class Session {
  readonly transfers = new Transfers();
  #open: Open | null = null;

  /** Errors: `history.unavailable` while no history is open. */
  get database(): Database {
    return this.#opened.database;
  }

  /** Errors: `history.unavailable` while no history is open. */
  get counts(): PathCounts {
    return this.#opened.counts;
  }

  /** Opens a history in place of the one open before and ends the replies that the last run left streaming. */
  open({ file, keyHex, liveMessageIds }: OpInput<'history.open'>): OpenReport {
    this.close();
    const { database, readOnly } = openHistory(file, keyHex);
    const indexer = new Indexer(database);
    const open = { database, counts: new PathCounts(database), indexer };
    this.#open = readOnly ? open : { ...open, cleaner: new Cleaner(database) };
    if (readOnly) return { readOnly, interruptedCount: 0 };
    indexer.start();
    const interruptedCount = database.write((writer) => recoverInterrupted(writer, liveMessageIds));
    return { readOnly, interruptedCount };
  }

  /** Does nothing while none is open. */
  close(): void {
    this.transfers.cancel();
    const open = this.#open;
    this.#open = null;
    open?.indexer.stop();
    open?.cleaner?.stop();
    open?.database.close();
  }

  get #opened(): Open {
    if (!this.#open) throw new Failure('history.unavailable', 'No history is open');
    return this.#open;
  }
}

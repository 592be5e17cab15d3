import { Failure } from '../../../preload/contract/result';
import type { ExportReport, ImportReport } from '../../../preload/contract/transfer';
import type { Database } from '../database/database';
import { ExportRun, type ExportTask } from '../export/export-run';
import { ImportRun } from '../import/import-run';
import type { TransferStep } from '../protocol-transfer';

interface Running {
  readonly run: ImportRun | ExportRun;
  readonly done: Promise<void>;
  imported: ImportReport | null;
  exported: ExportReport | null;
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/** The import or export that runs now. There is one at a time: two would only be slower. */
export class Transfers {
  #running: Running | null = null;

  /** Whether chats are being written. */
  get isImporting(): boolean {
    return this.#running?.run instanceof ImportRun && this.#running.imported === null;
  }

  /** Begins an import. Errors: `transfer.busy`. */
  startImport(database: Database, paths: readonly string[], clock: () => number): void {
    const run = new ImportRun({ database, clock }, paths);
    const running = this.#begin(run, async () => {
      running.imported = await run.run();
    });
  }

  /** Begins an export of several chats. Errors: `transfer.busy`. */
  startExport(database: Database, task: ExportTask, clock: () => number): void {
    const run = new ExportRun(database, task, clock);
    const running = this.#begin(run, async () => {
      running.exported = await run.run();
    });
  }

  /**
   * How far it is, answered when it ended or after `waitMs`; a report is handed out once.
   * Errors: `history.notFound` when none runs.
   */
  async poll(waitMs: number): Promise<TransferStep> {
    const running = this.#running;
    if (running === null) throw new Failure('history.notFound', 'No transfer runs');
    await Promise.race([running.done, after(waitMs)]);
    const { imported, exported } = running;
    if (imported !== null || exported !== null) this.#running = null;
    return { progress: running.run.progress, imported, exported };
  }

  /** Lets it end before its next chat. Nothing happens when none runs. */
  cancel(): void {
    this.#running?.run.cancel();
  }

  #begin(run: Running['run'], work: () => Promise<void>): Running {
    if (this.#running !== null) throw new Failure('transfer.busy', 'A transfer is running');
    // Not before this function returned: the work writes into what it returns.
    const done = Promise.resolve().then(work);
    const running: Running = { run, done, imported: null, exported: null };
    this.#running = running;
    return running;
  }
}

import { Failure } from '../../../preload/contract/result';
import type { ExportReport, ImportReport } from '../../../preload/contract/transfer';
import type { ExportRun } from '../export/export-run';
import type { ImportRun } from '../import/import-run';
import type { TransferStep } from '../protocol-transfer';

interface Running {
  readonly kind: 'import' | 'export';
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
    return this.#running?.kind === 'import' && this.#running.imported === null;
  }

  /** Begins an import. Errors: `transfer.busy`. */
  startImport(run: ImportRun): void {
    const running = this.#begin('import', run, async () => {
      running.imported = await run.run();
    });
  }

  /** Begins an export of several chats. Errors: `transfer.busy`. */
  startExport(run: ExportRun): void {
    const running = this.#begin('export', run, async () => {
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

  #begin(kind: Running['kind'], run: Running['run'], work: () => Promise<void>): Running {
    if (this.#running !== null) throw new Failure('transfer.busy', 'A transfer is running');
    // Not before this function returned: the work writes into what it returns.
    const done = Promise.resolve().then(work);
    const running: Running = { kind, run, done, imported: null, exported: null };
    this.#running = running;
    return running;
  }
}

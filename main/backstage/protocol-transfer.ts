import type {
  ExportFormat,
  ExportReport,
  ImportReport,
  PickedImport,
  TransferProgress,
} from '../../preload/contract/transfer';
import type { Op } from './op';

/** How far a transfer is, and once it ended its report. */
export interface TransferStep {
  readonly progress: TransferProgress;
  readonly imported: ImportReport | null;
  readonly exported: ExportReport | null;
}

/** Operations that carry chats in and out. Paths come from main's own dialogs. */
export interface TransferOps {
  /**
   * Finds out by its content what was chosen. Errors: `transfer.unreadable`, `transfer.brokenZip`, `transfer.refusedZip`,
   * `transfer.unknownFormat`, `transfer.truncated`.
   */
  readonly 'transfer.inspect': Op<{ readonly paths: readonly string[] }, PickedImport>;
  /** Begins an import. Errors: `transfer.busy`. */
  readonly 'transfer.import': Op<{ readonly paths: readonly string[] }, null>;
  /** Begins an export of everything but the Trash into a ZIP. Errors: `transfer.busy`. */
  readonly 'transfer.exportAll': Op<{ readonly file: string }, null>;
  /** How far it is: answers when it ended, or after `waitMs`. A report comes once. Errors: `history.notFound` (none runs). */
  readonly 'transfer.poll': Op<{ readonly waitMs: number }, TransferStep>;
  /** Lets it end before its next chat; what was imported stays. */
  readonly 'transfer.cancel': Op<null, null>;
  /** Writes one chat to a file. Errors: `history.notFound`, `transfer.notWritten`. */
  readonly 'transfer.exportChat': Op<
    { readonly chatId: string; readonly format: ExportFormat; readonly file: string },
    null
  >;
}

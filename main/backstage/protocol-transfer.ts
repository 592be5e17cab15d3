import type {
  BundleFormat,
  ExportReport,
  ExportScope,
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
  /** Begins an export of everything, the Trash and drafts too, into a ZIP. Errors: `transfer.busy`. */
  readonly 'transfer.exportAll': Op<{ readonly file: string }, null>;
  /**
   * Begins an export of several chats, as `transfer.exportAll`: lines where the format is JSONL, else a ZIP. Its report fails
   * with `history.notFound` when there are none. Errors: `transfer.busy`.
   */
  readonly 'transfer.exportChats': Op<
    { readonly scope: ExportScope; readonly format: BundleFormat; readonly file: string },
    null
  >;
  /** How far it is: answers when it ended, or after `waitMs`. A report comes once. Errors: `history.notFound` (none runs). */
  readonly 'transfer.poll': Op<{ readonly waitMs: number }, TransferStep>;
  /** Lets it end before its next chat; what was imported stays. */
  readonly 'transfer.cancel': Op<null, null>;
  /** A chat as a page that is to be drawn, in UTF-8. Errors: `history.notFound`, `transfer.notDrawn` (it is too large). */
  readonly 'transfer.drawable': Op<{ readonly chatId: string }, Uint8Array>;
  /** Writes one chat to a file. Errors: `history.notFound`, `transfer.notWritten`. */
  readonly 'transfer.exportChat': Op<
    { readonly chatId: string; readonly format: BundleFormat; readonly file: string },
    null
  >;
}

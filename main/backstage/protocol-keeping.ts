import type {
  HistorySnapshot,
  SalvageReport,
  SnapshotChatPage,
  SnapshotFacts,
  SnapshotReason,
} from '../../preload/contract/history-snapshots';
import type { RequestInput } from '../../preload/contract/requests';
import type { TrashCursor, TrashPage } from '../../preload/contract/trash';
import type { Op } from './op';

/** A history that may or may not be open, and its key. */
export interface HistoryPlace {
  readonly file: string;
  readonly keyHex: string;
}

/** What opening the history found. */
export interface OpenReport {
  /** True when a newer Parlance wrote the file. */
  readonly readOnly: boolean;
  /** Answers that were cut by the end of the last run. */
  readonly interruptedCount: number;
}

/** Operations that nothing is lost by. */
export interface KeepingOps {
  readonly 'trash.page': Op<{ readonly cursor: TrashCursor | null; readonly limit: number }, TrashPage>;
  /** Deletes chats of the Trash for good; null: all of them. Answers with how many went. */
  readonly 'trash.remove': Op<{ readonly chatIds: readonly string[] | null }, number>;
  /** Deletes for good what has been in the Trash since before a moment. Answers with how many went. */
  readonly 'trash.expire': Op<{ readonly before: number }, number>;
  /** Errors: `history.notFound` (also an attachment that the history does not hold). */
  readonly 'draft.saveEdit': Op<RequestInput<'chat.saveEditDraft'>, null>;
  readonly 'snapshot.list': Op<HistoryPlace, readonly HistorySnapshot[]>;
  /** Errors: `history.diskFull`, `history.damaged` (the history cannot be read whole; the older snapshots stay). */
  readonly 'snapshot.make': Op<{ readonly reason: SnapshotReason }, null>;
  /** Errors: `history.damaged` (not a snapshot, or of another key). */
  readonly 'snapshot.chats': Op<
    { readonly name: string; readonly cursor: SnapshotChatPage['cursor']; readonly limit: number },
    SnapshotChatPage
  >;
  /** Needs no open history. Errors: `history.damaged` (not a snapshot, or of another key). */
  readonly 'snapshot.facts': Op<HistoryPlace & { readonly name: string }, SnapshotFacts>;
  /** Errors: `history.damaged`, `history.notFound`. */
  readonly 'snapshot.restoreChat': Op<{ readonly name: string; readonly chatId: string }, null>;
  /**
   * Closes the history and puts the snapshot in its place; it must then be opened. What was there is a snapshot first, or
   * (`isSound` false) set aside. Errors, with nothing changed: `history.damaged` (the snapshot is), `history.diskFull`.
   */
  readonly 'snapshot.restoreAll': Op<
    HistoryPlace & { readonly name: string; readonly isSound: boolean },
    null
  >;
  /** Reads all of the history. */
  readonly 'history.check': Op<null, { readonly damaged: boolean }>;
  /** Closes the history and takes out of it what can be read: see `salvage`. It must then be opened. */
  readonly 'history.salvage': Op<HistoryPlace, SalvageReport | null>;
  /** How far it is, from 0 to 1. */
  readonly 'history.salvageProgress': Op<null, number>;
  /** Ends it: it then answers null, and nothing has changed. */
  readonly 'history.stopSalvage': Op<null, null>;
  /** Tries to write. Errors: `history.diskFull`. */
  readonly 'history.probe': Op<null, null>;
}

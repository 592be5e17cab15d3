import { create } from 'zustand';
import type { AppError } from '../../preload/contract/result';
import type { TransferState } from '../../preload/contract/transfer';

interface TransferView {
  readonly state: TransferState;
  /** The dialog that is open. What runs goes on when it is closed. */
  readonly shown: 'import' | 'export' | null;
  /** Files that were dropped and turned out to be chats: they may be meant for the message all the same. */
  readonly dropped: readonly File[];
  /** While main asks for the files and looks into them. */
  readonly isPicking: boolean;
  /** Why the last try to begin failed. */
  readonly error: AppError | null;
}

/** What is carried in or out, as main tells it, and whether it is on screen. */
export const useTransfer = create<TransferView>()(() => ({
  state: { kind: 'idle' },
  shown: null,
  dropped: [],
  isPicking: false,
  error: null,
}));

/** Opens one of the dialogs, or (null) closes both. */
export const showTransfer = (shown: TransferView['shown']): void =>
  useTransfer.setState({ shown, error: null, dropped: [] });

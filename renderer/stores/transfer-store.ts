import { create } from 'zustand';
import type { AppError } from '../../preload/contract/result';
import type { TransferState } from '../../preload/contract/transfer';

interface TransferView {
  readonly state: TransferState;
  /** The dialog that is open. What runs goes on when it is closed. */
  readonly shown: 'import' | 'export' | null;
  /** While main asks for the files and looks into them. */
  readonly isPicking: boolean;
  /** Why the last try to begin failed. */
  readonly error: AppError | null;
}

/** What is carried in or out, as main tells it, and whether it is on screen. */
export const useTransfer = create<TransferView>()(() => ({
  state: { kind: 'idle' },
  shown: null,
  isPicking: false,
  error: null,
}));

/** Opens one of the dialogs, or (null) closes both. */
export const showTransfer = (shown: TransferView['shown']): void =>
  useTransfer.setState({ shown, error: null });

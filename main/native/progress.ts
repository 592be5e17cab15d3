import type { TransferState } from '../../preload/contract/transfer';

/** Electron's value for "no bar". */
const NONE = -1;
/** Anything above 1 is "it goes on, nobody knows how far". */
const UNKNOWN = 2;

/** How far an import or export is, for `BrowserWindow.setProgressBar`. */
export const progressBar = (state: TransferState): number => {
  if (state.kind !== 'importing' && state.kind !== 'exporting') return NONE;
  const { doneBytes, totalBytes } = state.progress;
  return totalBytes === 0 ? UNKNOWN : Math.min(1, doneBytes / totalBytes);
};

import type { BrowserWindow } from 'electron';
import type { NativeText } from '../app/native-text';
import { createTransferDialogs } from '../app/transfer-dialogs';
import { askUnsaved } from '../app/unsaved-dialog';
import { writeBytes } from '../transfer/write-bytes';
import { Leaving, type LeavingDeps } from './leaving';

/** What leaving is made from. */
export interface LeavingParts extends Pick<LeavingDeps, 'history' | 'turns' | 'drafts'> {
  readonly window: () => BrowserWindow | null;
  readonly text: () => NativeText;
}

/** Makes what asks before the app quits while the history takes nothing. */
export const createLeaving = ({ window, text, ...deps }: LeavingParts): Leaving => {
  const { pickPlace } = createTransferDialogs(window, text);
  return new Leaving({
    ...deps,
    ask: (counts, copyFailed) => askUnsaved(window(), text(), counts, copyFailed),
    pickPlace: () => pickPlace(text().unsavedFile, 'md'),
    write: writeBytes,
  });
};

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, clipboard, dialog } from 'electron';
import type { NativeText } from './native-text';

const save = async (window: BrowserWindow, recoveryKey: string): Promise<void> => {
  const defaultPath = path.join(app.getPath('documents'), 'parlance-recovery-key.txt');
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
  if (!canceled) await writeFile(filePath, `${recoveryKey}\n`, { mode: 0o600 });
};

/** Shows the recovery key in a native dialog of main's own, with Copy and Save: the page never holds it. */
export const showRecoveryKey = async (
  window: BrowserWindow,
  text: NativeText,
  recoveryKey: string,
): Promise<void> => {
  const buttons = [text.recoveryCopy, text.recoverySave, text.recoveryClose];
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    title: text.recoveryTitle,
    message: recoveryKey,
    detail: text.recoveryHint,
    buttons,
    defaultId: 2,
    cancelId: 2,
    noLink: true,
  });
  if (response === 0) await clipboard.writeText(recoveryKey);
  if (response === 1) await save(window, recoveryKey);
};

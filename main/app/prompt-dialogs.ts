import { app, type BrowserWindow, dialog } from 'electron';
import type { NativeText } from './native-text';
import type { TransferDialogs } from './transfer-dialogs';

/** Main's own dialogs for files of prompts: the page learns names only. */
export interface PromptDialogs extends Pick<TransferDialogs, 'pickPlace'> {
  /** The files to import from; empty: none were chosen. */
  readonly pickPrompts: () => Promise<readonly string[]>;
}

/** @param window asks over this window, if there is one. @param text the words in the language of now. */
export const createPromptDialogs = (
  window: () => BrowserWindow | null,
  text: () => NativeText,
  { pickPlace }: Pick<TransferDialogs, 'pickPlace'>,
): PromptDialogs => ({
  pickPlace,
  pickPrompts: async () => {
    const { importPrompts, promptFiles, allFiles } = text();
    const options = {
      title: importPrompts,
      defaultPath: app.getPath('downloads'),
      properties: ['openFile' as const, 'multiSelections' as const],
      filters: [
        { name: promptFiles, extensions: ['json', 'md', 'txt'] },
        { name: allFiles, extensions: ['*'] },
      ],
    };
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? [] : filePaths;
  },
});

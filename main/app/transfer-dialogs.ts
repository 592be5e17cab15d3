import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { NativeText } from './native-text';
import { pickFiles } from './pick-files';

/** Main's own dialogs for files that chats come from and go to: the page learns names only. */
export interface TransferDialogs {
  /** The files to import from; empty: none were chosen. */
  readonly pickFiles: () => Promise<readonly string[]>;
  /** The folder to mirror chats to; null: none was chosen. */
  readonly pickFolder: () => Promise<string | null>;
  /** Where to write to; null: nowhere. */
  readonly pickPlace: (name: string, extension: string) => Promise<string | null>;
}

/** @param window asks over this window, if there is one. @param text the words in the language of now. */
export const createTransferDialogs = (
  window: () => BrowserWindow | null,
  text: () => NativeText,
): TransferDialogs => {
  // Without a folder of ours every dialog would open in Downloads.
  let exportFolder: string | null = null;
  const pickChats = (): Promise<readonly string[]> => {
    const { importTitle, importFiles, allFiles } = text();
    return pickFiles(window(), {
      title: importTitle,
      filters: [
        { name: importFiles, extensions: ['zip', 'json', 'jsonl'] },
        { name: allFiles, extensions: ['*'] },
      ],
    });
  };
  const pickPlace = async (name: string, extension: string): Promise<string | null> => {
    const options = {
      title: text().exportTitle,
      defaultPath: path.join(exportFolder ?? app.getPath('documents'), `${name}.${extension}`),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    if (canceled || filePath === '') return null;
    exportFolder = path.dirname(filePath);
    // Linux leaves out the ending that was not typed.
    return path.extname(filePath) === '' ? `${filePath}.${extension}` : filePath;
  };
  const pickFolder = async (): Promise<string | null> => {
    const options = {
      title: text().mirrorTitle,
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory' as const, 'createDirectory' as const],
    };
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  return { pickFiles: pickChats, pickPlace, pickFolder };
};

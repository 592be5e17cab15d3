import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';

/** What files are asked for. */
export interface WantedFiles {
  readonly title: string;
  /** The kinds that are offered; the first is chosen. */
  readonly filters: FileFilter[];
  readonly isOne?: boolean;
}

/** Asks for files over a window, if there is one. Empty: none were chosen. */
export const pickFiles = async (
  parent: BrowserWindow | null,
  { title, filters, isOne }: WantedFiles,
): Promise<readonly string[]> => {
  const options = {
    title,
    filters,
    defaultPath: app.getPath('downloads'),
    properties: ['openFile' as const, ...(isOne ? [] : ['multiSelections' as const])],
  };
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return canceled ? [] : filePaths;
};

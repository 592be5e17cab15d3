import type { BrowserWindow } from 'electron';
import type { NativeText } from './native-text';
import { pickFiles } from './pick-files';
import type { TransferDialogs } from './transfer-dialogs';

/** Main's own dialogs for files of settings: the page learns names only. */
export interface SettingsDialogs extends Pick<TransferDialogs, 'pickPlace'> {
  /** The file to import from; null: none was chosen. */
  readonly pickSettings: () => Promise<string | null>;
}

/** @param window asks over this window, if there is one. @param text the words in the language of now. */
export const createSettingsDialogs = (
  window: () => BrowserWindow | null,
  text: () => NativeText,
  { pickPlace }: Pick<TransferDialogs, 'pickPlace'>,
): SettingsDialogs => ({
  pickPlace,
  pickSettings: async () => {
    const { importSettings, settingsFiles, allFiles } = text();
    const [file] = await pickFiles(window(), {
      title: importSettings,
      isOne: true,
      filters: [
        { name: settingsFiles, extensions: ['json'] },
        { name: allFiles, extensions: ['*'] },
      ],
    });
    return file ?? null;
  },
});

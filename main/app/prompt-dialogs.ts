import type { BrowserWindow } from 'electron';
import type { NativeText } from './native-text';
import { pickFiles } from './pick-files';
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
  pickPrompts: () => {
    const { importPrompts, promptFiles, allFiles } = text();
    return pickFiles(window(), {
      title: importPrompts,
      filters: [
        { name: promptFiles, extensions: ['json', 'md', 'txt'] },
        { name: allFiles, extensions: ['*'] },
      ],
    });
  },
});

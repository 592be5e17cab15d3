import type { BrowserWindow } from 'electron';
import type { OpenedFromOutside } from '../../preload/contract/opened';
import type { Snapshot } from '../../preload/contract/snapshot';
import { openLink } from '../app/opener';
import { saveFile } from '../app/save-file';
import type { HandlersOf } from '../ipc/handlers';

/**
 * Handlers of `app.*`.
 * @param snapshot gathers everything the page needs to draw itself. @param window the one that dialogs belong to.
 * @param takeOpened what the system asked to be opened.
 */
export const createAppHandlers = (
  snapshot: () => Promise<Snapshot>,
  window: () => BrowserWindow | null,
  takeOpened: () => Promise<OpenedFromOutside>,
): HandlersOf<'app'> => ({
  'app.takeOpened': takeOpened,
  'app.snapshot': snapshot,
  'app.openExternal': async ({ url }) => {
    await openLink(url);
    return null;
  },
  'app.saveText': async ({ name, text }) => {
    const parent = window();
    if (parent !== null) await saveFile(parent, name, text);
    return null;
  },
  'app.saveImage': async ({ name, bytes }) => {
    const parent = window();
    if (parent !== null) await saveFile(parent, name, bytes);
    return null;
  },
});

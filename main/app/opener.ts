import { shell } from 'electron';
import { safeLink } from './safe-link';

/** Shows a file or folder of ours in the system's own file manager. */
export const showInFolder = (place: string): void => shell.showItemInFolder(place);

/** The only place that hands a link to the system. Anything but http, https and mailto is ignored. */
export const openLink = async (url: string): Promise<void> => {
  const link = safeLink(url);
  if (link !== null) await shell.openExternal(link);
};

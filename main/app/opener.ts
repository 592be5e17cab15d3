import { shell } from 'electron';
import { safeLink } from './safe-link';

/** The only place that hands a link to the system. Anything but http, https and mailto is ignored. */
export const openLink = async (url: string): Promise<void> => {
  const link = safeLink(url);
  if (link !== null) await shell.openExternal(link);
};

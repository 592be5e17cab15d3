import type { Session } from 'electron';
import { APP_ORIGIN } from './origin';

const OWN_SCHEMES = new Set(['data:', 'blob:', 'devtools:']);

/**
 * Whether the page may load `url`: its own files, data and blobs, and in development its own server.
 * @param origin the page's origin in this run.
 */
export const mayLoad = (url: string, origin: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (OWN_SCHEMES.has(protocol)) return true;
  const from = `${protocol}//${host}`;
  if (from === APP_ORIGIN || from === origin) return true;
  // The development server also speaks to its page over a web socket.
  return origin !== APP_ORIGIN && from === origin.replace(/^http/, 'ws');
};

/**
 * Takes network and permissions from the page's session: every request but its own files is cancelled, every
 * permission is denied but writing text to the clipboard, and nothing can be downloaded.
 */
export const guardSession = (session: Session, origin: string): void => {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url, origin) });
  });
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(permission === 'clipboard-sanitized-write');
  });
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
};

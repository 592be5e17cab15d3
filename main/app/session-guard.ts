import type { Session } from 'electron';
import { FRAME_SCHEME } from '../../preload/contract/frames';
import { APP_ORIGIN } from './origin';

const OWN_SCHEMES = new Set(['data:', 'blob:', 'devtools:', `${FRAME_SCHEME}:`]);

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
 * A way to nowhere for what no filter is asked about, such as the connections of WebRTC: nobody listens at port 1 of no
 * address, and not even this computer is reached past it.
 */
const NOWHERE = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://0.0.0.0:1',
  proxyBypassRules: '<-loopback>',
} as const;

/** Where Chromium would load dictionaries from: a scheme that leads nowhere. Ours are fetched by `main/spelling`. */
const NO_DICTIONARIES = 'about:dictionaries/';

/**
 * Keeps Chromium from checking the spelling. It does so in every session, even one that shows nothing, and would at once ask a
 * server of Google's for a dictionary; on a busy computer it has now and then begun to before it could be told not to.
 */
export const turnSpellingOff = (session: Session): void => {
  session.setSpellCheckerDictionaryDownloadURL(NO_DICTIONARIES);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
};

/**
 * Takes network and permissions from the page's session: every request but its own files is cancelled, every
 * permission is denied but writing to the clipboard (and that in no isolated frame), and nothing can be downloaded.
 */
export const guardSession = (session: Session, origin: string): void => {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url, origin) });
  });
  // The development server has to be reached.
  if (origin === APP_ORIGIN) void session.setProxy(NOWHERE);
  session.setPermissionRequestHandler((_contents, permission, decide, { isMainFrame }) => {
    decide(isMainFrame && permission === 'clipboard-sanitized-write');
  });
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, { isMainFrame }) =>
      isMainFrame && permission === 'clipboard-sanitized-write',
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
};

import { protocol } from 'electron';
import { FRAME_SCHEME } from '../../preload/contract/frames';
import { fileOfUrl } from './app-file';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';
import { APP_SCHEME } from './origin';

/** Makes `app://` and `frame://` standard, secure schemes. Must run before the app is ready, and once. */
export const registerSchemes = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: FRAME_SCHEME, privileges: { standard: true, secure: true, corsEnabled: true } },
  ]);
};

/** `net::ERR_FILE_NOT_FOUND` (https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h). */
const NOT_FOUND = -6;

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves the built page under `app://parlance/` from the folder `root`, and nothing outside it.
 *
 * Not by `protocol.handle`: that makes a `Request` and a `Response` of every file in main's own thread, and the first of them
 * loads Node's whole HTTP client, 25 to 35 ms before a page can begin. Chromium reads the files that it is told by itself.
 */
export const serveAppScheme = (root: string): void => {
  protocol.registerFileProtocol(APP_SCHEME, ({ url }, answer) => {
    const file = fileOfUrl(root, url);
    answer(file === null ? { error: NOT_FOUND } : { path: file, headers: HEADERS });
  });
};

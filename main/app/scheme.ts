import { protocol } from 'electron';
import { FRAME_SCHEME } from '../../preload/contract/frames';
import { fileOfUrl } from './app-file';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';
import { answerFile } from './file-answer';
import { APP_SCHEME } from './origin';

/** Makes `app://` and `frame://` standard, secure schemes. Must run before the app is ready, and once. */
export const registerSchemes = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: FRAME_SCHEME, privileges: { standard: true, secure: true, corsEnabled: true } },
  ]);
};

/** Serves the built page under `app://parlance/` from the folder `root`, and nothing outside it. */
export const serveAppScheme = (root: string): void => {
  protocol.handle(APP_SCHEME, ({ url }) =>
    answerFile(fileOfUrl(root, url), { 'Content-Security-Policy': CONTENT_SECURITY_POLICY }),
  );
};

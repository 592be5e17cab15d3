import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { fileOfUrl, mimeType } from './app-file';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';
import { APP_SCHEME } from './origin';

/** Makes `app://` a standard, secure scheme with code cache. Must run before the app is ready. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
};

const answer = async (root: string, url: string): Promise<Response> => {
  const file = fileOfUrl(root, url);
  if (file === null) return new Response(null, { status: 404 });
  try {
    const headers = {
      'Content-Type': mimeType(file) ?? 'application/octet-stream',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
    };
    return new Response(new Uint8Array(await readFile(file)), { headers });
  } catch {
    return new Response(null, { status: 404 });
  }
};

/** Serves the built page under `app://parlance/` from the folder `root`, and nothing outside it. */
export const serveAppScheme = (root: string): void => {
  protocol.handle(APP_SCHEME, (request) => answer(root, request.url));
};

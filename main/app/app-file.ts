import path from 'node:path';
import { APP_ORIGIN } from './origin';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The media type a file of the page is served with; null for a type that is never served. */
export const mimeType = (file: string): string | null => MIME_TYPES[path.extname(file)] ?? null;

/**
 * Maps a URL of ours to a file inside `root`. `origin` is the only one that is served.
 * @returns null for another host, an escape out of `root` (also encoded), a NUL byte or an unknown file type.
 */
export const fileOfUrl = (root: string, url: string, origin: string = APP_ORIGIN): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol: scheme, host, pathname } = new URL(url);
  if (`${scheme}//${host}` !== origin) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = path.join(root, decoded);
  const inside = path.relative(root, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  return mimeType(file) === null ? null : file;
};

import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../lib/paths.mjs';

const out = path.join(projectRoot, 'out/renderer');
const react = path.join(projectRoot, 'node_modules/react-dom/cjs/react-dom-client.production.js');

/** Bytes of files of the built page, to those of React. @param {readonly string[]} files */
async function sizeOf(files) {
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(out, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / (await stat(react)).size;
}

/** How large the built page is: the same wherever and however often it is asked. @returns {Promise<import('./ratchet-file.mjs').Measured>} */
export async function pageSizes() {
  const page = await readFile(path.join(out, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  const scripts = (await readdir(path.join(out, 'assets'))).filter((name) => name.endsWith('.js'));
  return {
    'script and styles before the page can be used, to React': await sizeOf(first),
    'all script of the page, to React': await sizeOf(scripts.map((name) => `assets/${name}`)),
  };
}

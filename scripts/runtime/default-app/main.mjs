// Stands in for the default_app.asar that the `electron` package's binary brings along: makes `electron FOLDER` work.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** @param {readonly string[]} args what follows the executable: `[-r FILE] [--switches] FOLDER ...` */
function parseArguments(args) {
  const preloaded = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') {
      i += 1;
      preloaded.push(args[i] ?? '');
    } else if (!arg.startsWith('-')) {
      return { preloaded, folder: path.resolve(arg) };
    }
  }
  return { preloaded, folder: null };
}

/**
 * What Electron's own default app calls as well, though its types leave it out.
 * @param {'setVersion' | 'setAppPath'} method @param {string} value
 */
function callHidden(method, value) {
  Reflect.get(app, method).call(app, value);
}

const { preloaded, folder } = parseArguments(process.argv.slice(1));
const require = createRequire(import.meta.url);
for (const file of preloaded) require(path.resolve(file));

if (folder === null) {
  console.error('Usage: electron FOLDER');
  app.exit(1);
} else {
  /** @type {{ name: string, version: string, productName?: string, desktopName?: string, main: string }} */
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  callHidden('setVersion', manifest.version);
  app.setName(manifest.productName ?? manifest.name);
  app.setDesktopName(manifest.desktopName ?? `${manifest.name}.desktop`);
  callHidden('setAppPath', folder);
  // Awaited at the top level, so that Electron holds "ready" until the app's entry has run.
  await import(pathToFileURL(path.join(folder, manifest.main)).href);
}

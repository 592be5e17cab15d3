import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';

/** Everything that decides what a build contains. */
const inputs = [
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** @param {string} input a file or folder @returns {Promise<readonly string[]>} the files, in a fixed order */
async function filesOf(input) {
  if (!existsSync(input)) return [];
  const entries = await readdir(input, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [input];
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}

/**
 * A fingerprint of the app's sources: contents and names, so that a deleted or an older file counts as a change too.
 * @param {string} [root]
 * @returns {Promise<string>} hexadecimal SHA-256
 */
export async function hashSources(root = projectRoot) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesOf(path.join(root, input))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

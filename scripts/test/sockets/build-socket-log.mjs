import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../lib/paths.mjs';
import { read } from '../../lib/run.mjs';
import { Stop } from '../../lib/stop.mjs';

const source = path.join(import.meta.dirname, 'socket-log.c');
const folder = path.join(projectRoot, 'node_modules', '.cache', 'parlance');

/**
 * Makes the library that writes down what the app does with sockets.
 * @returns {Promise<string | null>} its file; null where the system loads no such library (macOS, Windows)
 * @throws {Stop} when there is no C compiler
 */
export async function buildSocketLog() {
  if (process.platform !== 'linux') return null;
  const hash = createHash('sha256').update(await readFile(source));
  const file = path.join(folder, `socket-log-${process.arch}-${hash.digest('hex').slice(0, 16)}.so`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const partial = `${file}.${process.pid}`;
  const { code, stderr } = await read('cc', ['-shared', '-fPIC', '-O2', '-o', partial, source, '-ldl']);
  if (code !== 0) throw new Stop(`The library that watches sockets could not be made:\n${stderr.trim()}`);
  await rename(partial, file);
  return file;
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';

/** Not ours, or made anew by a command: as in .gitignore. */
const notOurs = new Set(['.git', 'node_modules', 'out', 'dist', 'test-results', 'playwright-report']);
const binary = /\.(png|ico|icns)$/;
/** Biome counts those of TypeScript and JavaScript itself. */
const countedHere = /\.(css|html)$/;
const MAX_LINES = 250;

/** What only holds on the machine where it was written. */
const machinePath = /(?<![\w.:/@-])\/(?:root|work|home\/\w+|Users\/\w+)\/|\b[A-Z]:\\Users\\/;
const ofNpm = /^(package-lock\.json|\.npmrc)$/;
const registryAddress = /"resolved": "http|^registry=/m;

/**
 * What a file breaks of the rules that no tool knows.
 * @param {string} name
 * @param {string} text
 * @returns {readonly string[]} sentences; empty when it is as it should be
 */
export function brokenRules(name, text) {
  const broken = [];
  const lines = text.split('\n').length - 1;
  if (countedHere.test(name) && lines > MAX_LINES) broken.push(`${lines} lines, at most ${MAX_LINES}`);
  const found = machinePath.exec(text)?.[0];
  if (found !== undefined) broken.push(`a path of one machine: ${found}`);
  if (ofNpm.test(name) && registryAddress.test(text))
    broken.push('the address of a package registry, which is for each machine to know');
  return broken;
}

/** @returns {Promise<readonly string[]>} the paths of our text files */
async function ourFiles() {
  const top = await readdir(projectRoot, { withFileTypes: true });
  const ours = top.filter(({ name }) => !notOurs.has(name));
  const inFolders = ours
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readdir(path.join(projectRoot, name), { recursive: true, withFileTypes: true }));
  const all = [...ours, ...(await Promise.all(inFolders)).flat()];
  return all
    .filter((entry) => entry.isFile() && !binary.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * Checks the rules on every file of ours and prints what is broken.
 * @returns {Promise<number>} 0 when nothing is
 */
export async function checkFileRules() {
  const files = await ourFiles();
  let count = 0;
  for (const file of files) {
    for (const broken of brokenRules(path.basename(file), await readFile(file, 'utf8'))) {
      console.log(`${path.relative(projectRoot, file)}: ${broken}`);
      count += 1;
    }
  }
  console.log(`Read ${files.length} files.`);
  return count === 0 ? 0 : 1;
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/**
 * The software bill of materials, in CycloneDX: what npm knows of everything that is packaged, and Electron, which for npm is
 * but a tool.
 * @returns {Promise<string>} JSON
 * @throws {Stop} when npm cannot make it
 */
export async function sbom() {
  const args = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'];
  const { code, stdout, stderr } = await read('npm', args);
  if (code !== 0) throw new Stop(`npm could not list what Parlance is made of:\n${stderr.trim()}`);
  const bill = JSON.parse(stdout);
  const lock = JSON.parse(await readFile(path.join(projectRoot, 'package-lock.json'), 'utf8'));
  const { version } = lock.packages['node_modules/electron'];
  bill.components.push({
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    purl: `pkg:npm/electron@${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  });
  return `${JSON.stringify(bill, null, 2)}\n`;
}

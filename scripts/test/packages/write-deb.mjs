import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What electron-builder tells fpm of a package, under fpm's own names.
 * @typedef {{ readonly target: string, readonly name: string, readonly version: string,
 *   readonly [option: string]: string | boolean | readonly string[] | undefined }} Described
 */

/** @param {unknown} value */
const joined = (value) => (Array.isArray(value) ? value.join(', ') : value);

/** @param {unknown} description fpm's: the first line is the synopsis @param {string} name */
function descriptionField(description, name) {
  const [synopsis = '', ...rest] = String(description ?? '')
    .trim()
    .split('\n');
  const more = rest.map((line) => ` ${line.trim()}`).filter((line) => line !== ' ');
  return [synopsis.trim() || name, ...more].join('\n');
}

/**
 * Makes a deb of a folder.
 * @param {Described} described
 * @param {string} root laid out as on the system that it is installed on
 */
export function writeDeb(described, root) {
  const [bytes = '0'] = execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t');
  const control = {
    Package: described.name,
    Version: described.version,
    License: described.license,
    Vendor: described.vendor,
    Architecture: described.architecture,
    Maintainer: described.maintainer,
    'Installed-Size': bytes,
    Depends: joined(described.depends),
    Recommends: joined(described['deb-recommends']),
    Section: described.category,
    Priority: described['deb-priority'] ?? 'optional',
    Homepage: described.url,
    Description: descriptionField(described.description, described.name),
  };
  const folder = path.join(root, 'DEBIAN');
  mkdirSync(folder);
  const fields = Object.entries(control).filter(([, value]) => value);
  const lines = fields.map(([key, value]) => `${key}: ${value}\n`);
  writeFileSync(path.join(folder, 'control'), lines.join(''));
  for (const [script, file] of /** @type {const} */ ([
    ['postinst', described['after-install']],
    ['postrm', described['after-remove']],
  ])) {
    if (!file) continue;
    cpSync(String(file), path.join(folder, script));
    chmodSync(path.join(folder, script), 0o755);
  }
  const asked = described['deb-compression'] ?? 'xz';
  const args = ['--root-owner-group', `-Z${asked === 'zst' ? 'zstd' : asked}`, '-z1', '--build'];
  execFileSync('dpkg-deb', [...args, root, described.target], { stdio: 'inherit' });
}

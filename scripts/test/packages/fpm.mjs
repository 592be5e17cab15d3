#!/usr/bin/env node
// Stands in for fpm, which electron-builder downloads from where a machine without a network cannot: makes a deb of the
// arguments that electron-builder 26 gives, with Debian's own dpkg-deb. For tests only; a release is made with fpm itself.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const text = /** @type {const} */ ({ type: 'string' });
const list = /** @type {const} */ ({ type: 'string', multiple: true });

// Strict: an option that is not known here fails the build rather than being left out of the package.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    input: { ...text, short: 's' },
    output: { ...text, short: 't' },
    depends: { ...list, short: 'd' },
    'deb-recommends': list,
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    log: text,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    license: text,
    category: text,
    'deb-priority': text,
    'deb-compression': text,
    'deb-upstream-changelog': text,
  },
});

const { package: target, version, name } = values;
if (values.output !== 'deb' || !target || !version || !name) throw new Error('Only debs are made here.');

const root = mkdtempSync(path.join(os.tmpdir(), 'parlance-deb-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
chmodSync(root, 0o755);

// "FOLDER/=/opt/App" is what is in a folder, "FILE=/usr/share/…" a file.
for (const mapping of positionals) {
  const [source = '', place = ''] = mapping.split(/=(?=\/)/);
  cpSync(source, path.join(root, place), { recursive: true, verbatimSymlinks: true });
}
execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', root]);
const [bytes = '0'] = execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t');

const [synopsis = '', ...rest] = (values.description ?? '').trim().split('\n');
const control = {
  Package: name,
  Version: version,
  License: values.license,
  Vendor: values.vendor,
  Architecture: values.architecture,
  Maintainer: values.maintainer,
  'Installed-Size': bytes,
  Depends: values.depends?.join(', '),
  Recommends: values['deb-recommends']?.join(', '),
  Section: values.category,
  Priority: values['deb-priority'] ?? 'optional',
  Homepage: values.url,
  Description: [
    synopsis.trim() || name,
    ...rest.map((line) => ` ${line.trim()}`).filter((line) => line !== ' '),
  ].join('\n'),
};
const folder = path.join(root, 'DEBIAN');
mkdirSync(folder);
const fields = Object.entries(control).filter(([, value]) => value);
writeFileSync(
  path.join(folder, 'control'),
  `${fields.map(([key, value]) => `${key}: ${value}`).join('\n')}\n`,
);
for (const [script, file] of /** @type {const} */ ([
  ['postinst', values['after-install']],
  ['postrm', values['after-remove']],
])) {
  if (!file) continue;
  cpSync(file, path.join(folder, script));
  chmodSync(path.join(folder, script), 0o755);
}
const compression = values['deb-compression'] === 'zst' ? 'zstd' : (values['deb-compression'] ?? 'xz');
execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '-z1', '--build', root, target], {
  stdio: 'inherit',
});

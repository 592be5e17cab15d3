#!/usr/bin/env node
// Stands in for fpm, which electron-builder downloads from where a machine without a network cannot: makes a deb or
// rpm of the arguments that electron-builder 26 gives, with Debian's own tools. For tests only; a release is made with fpm itself.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeDeb } from './write-deb.mjs';
import { writeRpm } from './write-rpm.mjs';

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
    'rpm-os': text,
    'rpm-compression': text,
    'rpm-summary': text,
  },
});

const { output, package: target, version, name } = values;
const write = { deb: writeDeb, rpm: writeRpm }[output ?? ''];
if (!write || !target || !version || !name) throw new Error('Only debs and rpms are made here.');

const root = mkdtempSync(path.join(os.tmpdir(), 'parlance-fpm-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
chmodSync(root, 0o755);

// "FOLDER/=/opt/App" is what is in a folder, "FILE=/usr/share/…" a file.
for (const mapping of positionals) {
  const [source = '', place = ''] = mapping.split(/=(?=\/)/);
  cpSync(source, path.join(root, place), { recursive: true, verbatimSymlinks: true });
}
execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', root]);
write({ ...values, target, version, name }, root);

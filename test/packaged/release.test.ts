import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { linkSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { writeSums } from '../../scripts/release/checksums.mjs';
import { collect } from '../../scripts/release/collect.mjs';
import { packForArm64 } from '../../scripts/test/packages/build-packages.mjs';
import { test } from './support/fixtures';
import { packageFile } from './support/packages';

interface UpdateInfo {
  readonly version: string;
  readonly files: readonly { readonly url: string; readonly sha512: string; readonly size: number }[];
}

test.skip(process.platform !== 'linux', 'these packages are for Linux');

const folder = () => path.dirname(packageFile('now', '.AppImage'));

test('what updates are found by names every package that can update itself, as it is', () => {
  const text = readFileSync(path.join(folder(), 'latest-linux.yml'), 'utf8');
  const info: UpdateInfo = parse(text);
  // electron-builder names some once for each channel.
  const urls = new Set(info.files.map(({ url }) => url));
  expect([...urls].map((url) => path.extname(url)).sort()).toEqual(['.AppImage', '.deb', '.rpm']);
  for (const { url, sha512, size } of info.files) {
    const content = readFileSync(path.join(folder(), url));
    expect([url, content.length]).toEqual([url, size]);
    expect(createHash('sha512').update(content).digest('base64')).toBe(sha512);
  }
  // Those who take betas are offered releases too.
  expect(readFileSync(path.join(folder(), 'beta-linux.yml'), 'utf8')).toBe(text);
});

test('a release is gathered and can be verified as the documentation says', async ({ person }) => {
  const dist = path.join(person.home, 'dist');
  execFileSync('mkdir', [dist]);
  const files = readdirSync(folder(), { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) linkSync(path.join(folder(), name), path.join(dist, name));
  const release = path.join(dist, 'release');
  await collect(dist, release);
  await writeSums(release);
  const names = readdirSync(release).map((name) => name.replace(/-\d+\.\d+\.\d+/, ''));
  expect(names).toEqual(
    expect.arrayContaining([
      'Parlance-linux-amd64.deb',
      'Parlance-linux-x64.tar.gz',
      'Parlance-linux-x86_64.AppImage',
      'Parlance-linux-x86_64.rpm',
      'SHA256SUMS',
      'latest-linux.yml',
    ]),
  );
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: release, stdio: 'ignore' });
});

test('for arm64 the database of arm64 is packed, and no other', async ({ person }) => {
  await packForArm64(person.home);
  const packed = path.join(person.home, 'arm64/linux-arm64-unpacked/resources/app.asar.unpacked');
  const found = readdirSync(packed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.node'),
  );
  expect(found).toEqual(['node_modules/@libsql/linux-arm64-gnu/index.node']);
  // ELF's e_machine; 183 is EM_AARCH64.
  expect(readFileSync(path.join(packed, found[0] ?? '')).readUInt16LE(18)).toBe(183);
});

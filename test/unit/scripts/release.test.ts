import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { read } from '../../../scripts/lib/run.mjs';
import { writeSums } from '../../../scripts/release/checksums.mjs';
import { collect } from '../../../scripts/release/collect.mjs';
import { sbom } from '../../../scripts/release/sbom.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a release', () => {
  test('has checksums in the form that sha256sum checks', async () => {
    writeFileSync(path.join(folder, 'b.deb'), 'b');
    writeFileSync(path.join(folder, 'a.AppImage'), 'a');
    await writeSums(folder);
    // Again: the sums themselves are not summed.
    await writeSums(folder);
    expect(readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8')).toBe(
      'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.AppImage\n' +
        '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.deb\n',
    );
  });

  test('without packages is none', async () => {
    await expect(writeSums(folder)).rejects.toThrow(/nothing/);
    await expect(collect(folder, path.join(folder, 'release'))).rejects.toThrow(/no packages/);
  });

  test('holds packages and what updates are found by, not what lies beside them', async () => {
    const packages = [
      'Parlance-1.0.0-linux-amd64.deb',
      'Parlance-1.0.0-linux-x64.tar.gz',
      'Parlance-1.0.0-linux-x86_64.AppImage',
      'Parlance-1.0.0-mac-universal.dmg',
      'Parlance-1.0.0-mac-universal.zip.blockmap',
      'Parlance-1.0.0-win-x64-setup.exe',
      'beta-mac.yml',
      'latest-linux-arm64.yml',
      'latest.yml',
    ];
    const beside = ['builder-debug.yml', 'builder-effective-config.yaml', 'release-notes.md'];
    for (const name of [...packages, ...beside]) writeFileSync(path.join(folder, name), name);
    mkdirSync(path.join(folder, 'linux-unpacked'));
    await collect(folder, path.join(folder, 'release'));
    expect(readdirSync(path.join(folder, 'release')).sort()).toEqual([...packages].sort());
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(beside));
  });

  test('lists what it is made of, Electron too, and no tools', async () => {
    const bill = JSON.parse(await sbom());
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }: { readonly name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['electron', 'libsql', 'react', 'electron-updater']));
    expect(names.filter((name: string) => /^(vitest|electron-builder|typescript)$/.test(name))).toEqual([]);
  }, 30_000);

  test('is not begun of a tag that says another version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const check = (tag: string) => read(process.execPath, ['scripts/release.mjs', 'check', tag]);
    expect(await check(`v${version}`)).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = await check('v99.0.0');
    expect(code).toBe(1);
    expect(stderr).toContain(`package.json says ${version}`);
  });
});

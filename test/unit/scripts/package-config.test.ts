import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Platform = 'linux' | 'win' | 'mac';
type Config = Readonly<Record<string, unknown>> &
  Readonly<Record<Platform, { readonly icon: string; readonly target: readonly Target[] }>>;
type Target = { readonly target: string; readonly arch: readonly string[] };

const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const ofLibrary = createRequire(ofBuilder.resolve('app-builder-lib/package.json'));
/** electron-builder's own check: its inside, so its version is pinned. */
const { validateConfiguration } = ofLibrary('./out/util/config/config');
const { DebugLogger } = ofLibrary('builder-util');

const check = (config: unknown): Promise<void> => validateConfiguration(config, new DebugLogger(false));

let config: Config;
beforeAll(() => {
  config = parse(readFileSync('electron-builder.yml', 'utf8'));
});

describe('electron-builder.yml', () => {
  test('is what electron-builder takes, for every platform', async () => {
    await expect(check(config)).resolves.toBeUndefined();
    // The first check reads all of its schema.
  }, 30_000);

  test('would not be with a misspelt key: the check checks', async () => {
    await expect(check({ ...config, nsis: { oneClik: true } })).rejects.toThrow(/configuration\.nsis should/);
    await expect(check({ ...config, electronFuses: { runAsNod: false } })).rejects.toThrow(
      /configuration\.electronFuses should/,
    );
  });

  // The schema takes any target name; a wrong one only shows when that platform is built.
  test.each([
    ['linux', { deb: 'x64,arm64', rpm: 'x64,arm64', AppImage: 'x64,arm64', 'tar.gz': 'x64,arm64' }],
    ['win', { nsis: 'x64', portable: 'x64', zip: 'x64' }],
    ['mac', { dmg: 'universal', zip: 'universal' }],
  ] as const)('builds every package for %s', (platform, targets) => {
    const found = config[platform].target.map(({ target, arch }) => [target, arch.join()]);
    expect(Object.fromEntries(found)).toEqual(targets);
  });

  test('names only files that are there', () => {
    const { icon } = config.linux;
    const named = [icon, config.win.icon, config.mac.icon, String(config.beforePack)];
    expect(named.filter((file) => !existsSync(path.resolve(file)))).toEqual([]);
  });

  test('sets each fuse that Electron has, so that none is left to its default', async () => {
    const { FuseV1Options } = await import('@electron/fuses');
    const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    const set = Object.keys(config.electronFuses as object).map((name) => name.toLowerCase());
    const unset = names.filter((name) => !set.some((one) => one.endsWith(name.toLowerCase())));
    expect(unset).toEqual([]);
  });

  test('gives each package a name of its own that says version, system and architecture', () => {
    const nameOf = (section: unknown) =>
      typeof section === 'object' && section !== null && 'artifactName' in section
        ? section.artifactName
        : config.artifactName;
    const names = [config, config.nsis, config.portable].map(nameOf);
    for (const name of names)
      expect(name).toMatch(/^\$\{productName\}-\$\{version\}-\$\{os\}-\$\{arch\}(-\w+)?\.\$\{ext\}$/);
    // Both are .exe files for Windows.
    expect(new Set(names).size).toBe(names.length);
  });

  test('opens links and exports with the app', () => {
    expect(config.protocols).toEqual([{ name: 'Parlance', schemes: ['parlance'] }]);
    expect(config.fileAssociations).toMatchObject([{ ext: 'parlance', mimeType: 'application/x-parlance' }]);
  });

  test('runs scripts of our own on rpms only where they know what an upgrade is', () => {
    const { afterRemove } = config.rpm as { readonly afterRemove: string };
    expect(readFileSync(afterRemove, 'utf8')).toMatch(/^\[ "\$1" = 0 \] \|\| exit 0$/m);
  });

  test('gives Windows no architecture that libsql has no binary for', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const archs = config.win.target.flatMap(({ arch }) => arch);
    for (const arch of archs)
      expect(lock.packages).toHaveProperty([`node_modules/@libsql/win32-${arch}-msvc`]);
  });

  test('installs to a folder without a space, from which the setuid sandbox starts', () => {
    expect(config.productName).toMatch(/^\w+$/);
  });
});

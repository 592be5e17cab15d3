import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from '../../../scripts/build/source-hash.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'parlance-sources-'));
  mkdirSync(path.join(root, 'main/app'), { recursive: true });
  writeFileSync(path.join(root, 'main/app/window.ts'), 'first');
  writeFileSync(path.join(root, 'main/index.ts'), 'entry');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('an untouched tree is not built again, even when its times changed', async () => {
  const before = await hashSources(root);
  utimesSync(path.join(root, 'main/index.ts'), new Date(), new Date());
  expect(await hashSources(root)).toBe(before);
});

test.each<[string, () => void]>([
  ['a changed file', () => writeFileSync(path.join(root, 'main/app/window.ts'), 'later')],
  ['a new file', () => writeFileSync(path.join(root, 'main/app/menu.ts'), '')],
  ['a deleted file', () => rmSync(path.join(root, 'main/app/window.ts'))],
  ['a renamed file', () => renameSync(path.join(root, 'main/index.ts'), path.join(root, 'main/entry.ts'))],
  ['a changed dependency', () => writeFileSync(path.join(root, 'package-lock.json'), '{}')],
])('%s is built', async (_name, change) => {
  const before = await hashSources(root);
  change();
  expect(await hashSources(root)).not.toBe(before);
});

test('what does not go into the app does not cause a build', async () => {
  const before = await hashSources(root);
  writeFileSync(path.join(root, 'README.md'), 'text');
  expect(await hashSources(root)).toBe(before);
});

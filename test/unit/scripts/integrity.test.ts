import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stop } from '../../../scripts/lib/stop.mjs';
import { verifyIntegrity } from '../../../scripts/runtime/integrity.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-integrity-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const original = Buffer.from('an Electron runtime');
const pinned = `sha512-${createHash('sha512').update(original).digest('base64')}`;

const write = (content: Buffer) => {
  const file = path.join(folder, 'download.tgz');
  writeFileSync(file, content);
  return file;
};

test('the pinned download is accepted', async () => {
  await expect(verifyIntegrity(write(original), pinned)).resolves.toBeUndefined();
});

test('a download with one changed bit is refused', async () => {
  const tampered = Buffer.from(original);
  tampered.writeUInt8(tampered.readUInt8(3) ^ 1, 3);
  await expect(verifyIntegrity(write(tampered), pinned)).rejects.toBeInstanceOf(Stop);
});

test('a download that broke off is refused', async () => {
  await expect(verifyIntegrity(write(original.subarray(0, -1)), pinned)).rejects.toBeInstanceOf(Stop);
});

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chatName, fileTitle } from '../../../main/backstage/export/names';
import { isPartial, removeLeftovers } from '../../../main/backstage/export/partial-files';
import { writeWhole } from '../../../main/backstage/export/write-file';
import { exportName } from '../../../main/transfer/export-name';

const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'parlance-written-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

function* failing(): Generator<string> {
  yield 'half';
  throw new Error('in the middle');
}

describe('writeWhole', () => {
  it('leaves the former file and nothing else when the content fails in the middle', async () => {
    const at = folder();
    const file = path.join(at, 'a.md');
    writeFileSync(file, 'former');
    await expect(writeWhole(file, Readable.from(failing()))).rejects.toMatchObject({
      code: 'transfer.notWritten',
    });
    expect(readdirSync(at)).toEqual(['a.md']);
    expect(readFileSync(file, 'utf8')).toBe('former');
  });

  it('tells why a file cannot be written', async () => {
    const file = path.join(folder(), 'gone', 'a.md');
    await expect(writeWhole(file, Readable.from(['x']))).rejects.toMatchObject({
      code: 'transfer.notWritten',
      detail: { reason: 'ENOENT' },
    });
  });

  it('lets nobody else read what is exported', async () => {
    const file = path.join(folder(), 'a.md');
    await writeWhole(file, Readable.from(['x']));
    const { statSync } = await import('node:fs');
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('removeLeftovers', () => {
  it('removes what a killed export left, and nothing that may be anything else', async () => {
    const at = folder();
    const [left, written, others] = [
      'parlance-0123abcd.partial',
      'parlance-89ef0123.partial',
      'all.zip.partial',
    ];
    for (const name of [left, written, others, 'a.md.0123abcd.partial'])
      writeFileSync(path.join(at, name), 'x');
    mkdirSync(path.join(at, 'parlance-00000000.partial'));
    for (const name of readdirSync(at)) if (name !== written) utimesSync(path.join(at, name), 1, 1);
    await removeLeftovers(at);
    expect(readdirSync(at).sort()).toEqual(
      [others, 'a.md.0123abcd.partial', 'parlance-00000000.partial', written].sort(),
    );
  });

  it('knows the names that exports are written under, also of the longest name that there can be', async () => {
    const at = folder();
    const file = path.join(at, `${'a'.repeat(251)}.zip`);
    let under: readonly string[] = [];
    function* content(): Generator<string> {
      // More than is taken before the file is opened.
      for (let megabyte = 0; megabyte < 4; megabyte += 1) yield 'x'.repeat(2 ** 20);
      under = readdirSync(at);
    }
    await writeWhole(file, Readable.from(content()));
    expect(under.filter(isPartial)).toHaveLength(1);
    expect(readdirSync(at)).toEqual([path.basename(file)]);
  });

  it('is quiet about a folder that is not there', async () => {
    await expect(removeLeftovers(path.join(folder(), 'gone'))).resolves.toBeUndefined();
  });
});

describe('names of files', () => {
  it('holds nothing that a file system refuses, nor leads out of the folder', () => {
    for (const title of [
      '../../etc/passwd',
      'a:b|c?d*e<f>"g"',
      'x\u0000y\nz',
      '...',
      ' .hidden',
      '\ud800',
      'a\u202eb',
    ]) {
      for (const name of [fileTitle(title), exportName(title, null)]) {
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u202e]|^\.|[. ]$|^$/u);
      }
    }
  });

  it('is none that Windows keeps for devices, nor longer than a file system takes', () => {
    for (const title of ['CON', 'nul', 'Aux.old', 'com1', 'LPT9.'])
      for (const name of [exportName(title, null), chatName({ id: '0'.repeat(36), title, createdAt: 0 })])
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
    expect(exportName('Console', null)).toBe('Console');
    const day = new Date(0);
    for (const title of ['\u{1f433}'.repeat(300), '\u6d77'.repeat(300), 'x'.repeat(300)])
      for (const name of [exportName(title, day), chatName({ id: '0'.repeat(36), title, createdAt: 0 })])
        expect(Buffer.byteLength(`${name}.jsonl`)).toBeLessThanOrEqual(255);
  });

  it('keeps long titles short in bytes and whole in characters', () => {
    const name = fileTitle('漢👩‍👩‍👧'.repeat(100));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^(漢👩‍👩‍👧)+漢?$/u);
  });

  it('tells chats of the same day and title apart', () => {
    const chat = { title: 'Sky', createdAt: 0 };
    const [a, b] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];
    expect(chatName({ ...chat, id: a ?? '' })).not.toBe(chatName({ ...chat, id: b ?? '' }));
  });
});

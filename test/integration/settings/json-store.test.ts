import { mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../../main/storage/durable-files';
import { electronStoreWriter } from '../../../main/storage/electron-store-file';
import { openJsonStore } from '../../../main/storage/json-store';
import '../../support/electron-store-in-node';
import { namesIn, tempProfile } from '../../support/temp-profile';

const parse = (json: unknown) => ({ value: { count: 0, ...(json ?? {}) }, isWhole: true });
const open = (folder: string) => openJsonStore({ folder, name: 'numbers', parse });

describe('JSON store', () => {
  it('writes nothing until something changes, then a whole file that only its owner can read', async () => {
    const folder = await tempProfile();
    const store = await open(folder);
    expect(await namesIn(folder)).toEqual([]);
    await store.write({ count: 1 });
    expect(await namesIn(folder)).toEqual(['numbers.json']);
    expect((await stat(join(folder, 'numbers.json'))).mode & 0o777).toBe(0o600);
    expect((await open(folder)).value).toEqual({ count: 1 });
  });

  it('takes a key with a dot as a key, not as a path', async () => {
    const folder = await tempProfile();
    const value = { count: 1, 'gpt-4.1': { 'a.b': [1, null, ''] } };
    await (await open(folder)).write(value);
    expect((await open(folder)).value).toEqual(value);
  });

  it('keeps the keys of a newer Parlance', async () => {
    const folder = await tempProfile();
    await writeFile(join(folder, 'numbers.json'), '{"count":1,"later":{"a":1}}');
    const known = (json: unknown) => ({ value: { count: Number(Object(json).count) }, isWhole: true });
    const store = await openJsonStore({ folder, name: 'numbers', parse: known });
    await store.write({ count: 2 });
    expect(JSON.parse(await readFile(join(folder, 'numbers.json'), 'utf8'))).toEqual({
      count: 2,
      later: { a: 1 },
    });
  });

  it.each(['{"count":', '', '[]', 'null', '"text"', '\u0000\u0000'])('sets %j aside', async (text) => {
    const folder = await tempProfile();
    await writeFile(join(folder, 'numbers.json'), text);
    const store = await open(folder);
    expect(store.wasSetAside).toBe(true);
    expect(store.value).toEqual({ count: 0 });
    const aside = (await namesIn(folder)).find((name) => name.startsWith('numbers.json.broken-'));
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe(text);
    expect((await open(folder)).wasSetAside).toBe(false);
  });

  it('tells a write that failed, and memory stays as the file', async () => {
    const folder = await tempProfile();
    const store = await open(folder);
    // A folder in the file's place refuses the rename, for root too.
    await mkdir(join(folder, 'numbers.json', 'x'), { recursive: true });
    await expect(store.write({ count: 1 })).rejects.toMatchObject({ code: 'settings.notSaved' });
    expect(store.value).toEqual({ count: 0 });
    await rm(join(folder, 'numbers.json'), { recursive: true });
    await store.write({ count: 2 });
    expect((await open(folder)).value).toEqual({ count: 2 });
  });

  it('puts the old file back when a full disk cut the new one short without an error', async () => {
    for (const before of [null, '{"count":1}']) {
      const folder = await tempProfile();
      const path = join(folder, 'numbers.json');
      if (before !== null) await writeFile(path, before);
      const cutShort = async (): Promise<void> => {
        await writeFile(path, '{"count":2,"long":"text"}');
        await truncate(path, 10);
      };
      const write = electronStoreWriter(diskFiles, { folder, name: 'numbers', path }, cutShort);
      const store = await openJsonStore({ folder, name: 'numbers', parse, write });
      await expect(store.write({ count: 2 })).rejects.toMatchObject({
        code: 'settings.notSaved',
        detail: { reason: 'incomplete' },
      });
      expect(store.value).toEqual((await open(folder)).value);
      expect(await diskFiles.read(path)).toBe(before);
    }
  });
});

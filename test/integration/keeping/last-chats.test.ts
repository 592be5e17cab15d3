import { copyFileSync, existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasLastChats, keepLastChats, takeLastChats } from '../../../main/history/last-chats';
import { KEY, OTHER_KEY, openDriver } from '../backstage/support';

const WANTED = { firstChats: 60 };

/** A history of one chat that was closed as a person closes the app, with what is kept of it. */
const closed = async () => {
  const { driver, file } = await openDriver();
  await driver.exchange(null, 'Of herons', 'x');
  const chats = await driver.call('history.close', WANTED);
  if (chats === null) throw new Error('no chats were read');
  const of = { file, keyHex: KEY, appVersion: '1.2.3' };
  await keepLastChats(of, chats);
  return { of, chats, folder: path.dirname(file), kept: path.join(path.dirname(file), 'last-chats.json') };
};

describe('the chats of a history that was closed', () => {
  it('are there again once, and no word of them is in clear', async () => {
    const { of, chats, folder, kept } = await closed();
    expect(chats.chats.map(({ title }) => title)).toEqual(['Of herons']);
    expect(hasLastChats(folder)).toBe(true);
    expect(readFileSync(kept, 'utf8')).not.toContain('heron');
    expect(await takeLastChats(of)).toEqual(chats);
    expect(existsSync(kept)).toBe(false);
    expect(await takeLastChats(of)).toBeNull();
  });

  it.each([
    ['another key', { keyHex: OTHER_KEY }],
    ['another version, which may show them otherwise', { appVersion: '1.2.4' }],
  ])('are not shown with %s', async (_, other) => {
    const { of, kept } = await closed();
    expect(await takeLastChats({ ...of, ...other })).toBeNull();
    expect(existsSync(kept)).toBe(false);
  });

  it.each<[string, (file: string, kept: string) => void]>([
    ['was written to', (file) => writeFileSync(file, 'x', { flag: 'a' })],
    ['was replaced by one of the same size', (file) => utimesSync(file, 1, 1)],
    ['has changes in its log', (file) => writeFileSync(`${file}-wal`, 'x')],
    [
      'has what was kept of it broken off',
      (_, kept) => writeFileSync(kept, readFileSync(kept).subarray(0, 99)),
    ],
    ['has nothing kept but null', (_, kept) => writeFileSync(kept, 'null')],
  ])('are not shown of a history that %s', async (_, change) => {
    const { of, kept } = await closed();
    change(of.file, kept);
    expect(await takeLastChats(of)).toBeNull();
    expect(existsSync(kept)).toBe(false);
  });

  it('are not kept of a history whose log could not be put into it', async () => {
    const { of, chats, kept } = await closed();
    await takeLastChats(of);
    copyFileSync(of.file, `${of.file}-wal`);
    await keepLastChats(of, chats);
    expect(existsSync(kept)).toBe(false);
  });

  it('are none where it was not open, or is not asked for', async () => {
    const { driver } = await openDriver();
    expect(await driver.call('history.close', null)).toBeNull();
    expect(await driver.call('history.close', WANTED)).toBeNull();
  });
});

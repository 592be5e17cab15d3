import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSmallDisk } from '../../e2e/support/small-disk';
import { openDriver, temporaryFolder } from '../backstage/support';
import { chatFiles, until, written } from './mirror-support';

const mirrored = async (folder: string, title: string) => {
  const { driver } = await openDriver();
  const { opened } = await driver.exchange(null, title, 'They are large.');
  await driver.call('mirror.choose', { folder });
  await written(driver);
  return { driver, chatId: opened.chat.id };
};

describe('a mirror in trouble', () => {
  it('says that the disk is full, leaves former files whole and no half ones, and catches up when there is room', async () => {
    const disk = await makeSmallDisk(4);
    onTestFinished(disk.remove);
    const { driver, chatId } = await mirrored(disk.outside, 'About whales');
    const before = chatFiles(disk.outside);
    disk.fill();
    await driver.exchange(chatId, 'More', 'x'.repeat(100_000));
    expect(await until(driver, ({ problem }) => problem !== null)).toMatchObject({
      problem: 'diskFull',
      waiting: 1,
    });
    expect(chatFiles(disk.outside)).toEqual(before);
    disk.free();
    await driver.call('mirror.choose', { folder: disk.outside });
    await written(driver);
    expect(chatFiles(disk.outside)).toEqual(before);
    await driver.call('history.close', null);
  });

  it('says so where a file stands in the place of its folder, and goes on without it', async () => {
    const folder = temporaryFolder();
    const { driver, chatId } = await mirrored(folder, 'About whales');
    const chats = path.join(folder, 'chats');
    renameSync(chats, `${chats}-away`);
    writeFileSync(chats, 'mine');
    await driver.call('chat.rename', { chatId, title: 'Meanwhile' });
    expect(await until(driver, ({ problem }) => problem !== null)).toMatchObject({ waiting: 1 });
    rmSync(chats);
    await driver.call('mirror.choose', { folder });
    await written(driver);
    expect(chatFiles(folder)).toHaveLength(2);
  });

  it('follows a rename by case or spelling only, and takes titles that no file system would', async () => {
    const folder = temporaryFolder();
    const { driver, chatId } = await mirrored(folder, 'caf\u00e9');
    const titles = [
      'CAF\u00c9',
      'CAFE\u0301',
      'CON',
      '\u{1f433}'.repeat(90),
      'a/b\\c:d*e?',
      '\u202e..\u0000',
    ];
    for (const title of titles) {
      await driver.call('chat.rename', { chatId, title: `${title}.` });
      await written(driver);
      const names = chatFiles(folder);
      expect(names.map((name) => name.slice(name.lastIndexOf('.')))).toEqual(['.jsonl', '.md']);
      for (const name of names) expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\u202e]/u);
    }
  }, 60_000);

  it('lets a copy of a file that another system spelled in its own way go when the chat changes', async () => {
    const folder = temporaryFolder();
    const { driver, chatId } = await mirrored(folder, 'caf\u00e9');
    const own = chatFiles(folder);
    for (const name of own) writeFileSync(path.join(folder, 'chats', name.normalize('NFD')), 'older');
    expect(chatFiles(folder)).toHaveLength(4);
    await driver.exchange(chatId, 'More', 'Yes.');
    await written(driver);
    expect(chatFiles(folder)).toEqual(own);
  });
});

import { execFileSync } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSmallDisk } from '../../e2e/support/small-disk';
import { openDriver } from '../backstage/support';
import { chatFiles, until, written } from './mirror-support';

describe('a mirror on a disk that can only be read', () => {
  it('says that it may not write where the folder has become read-only, and catches up when it may again', async () => {
    const disk = await makeSmallDisk(4);
    onTestFinished(disk.remove);
    const remount = (how: 'ro' | 'rw') =>
      execFileSync(disk.within('mount'), ['-o', `remount,${how}`, disk.folder]);
    const { driver } = await openDriver();
    const { opened: whales } = await driver.exchange(null, 'About whales', 'They are large.');
    await driver.call('mirror.choose', { folder: disk.outside });
    await written(driver);
    const { opened } = await driver.exchange(null, 'To go', 'Yes.');
    await written(driver);
    const before = chatFiles(disk.outside);
    expect(before).toHaveLength(4);
    remount('ro');
    await driver.call('chat.rename', { chatId: whales.chat.id, title: 'Meanwhile' });
    await driver.call('chat.delete', { chatId: opened.chat.id });
    expect(await until(driver, ({ problem }) => problem !== null)).toMatchObject({
      problem: 'notAllowed',
      waiting: 2,
    });
    expect(chatFiles(disk.outside)).toEqual(before);
    remount('rw');
    await driver.call('mirror.choose', { folder: disk.outside });
    await written(driver);
    const after = chatFiles(disk.outside);
    expect(after).toHaveLength(2);
    for (const name of after) expect(name).toContain('Meanwhile');
    await driver.call('history.close', null);
  });
});

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PNG } from '../../support/foreign-exports';
import { Driver, KEY, OPTIONS, openDriver, temporaryFolder } from '../backstage/support';
import { chatFiles, until, written } from './mirror-support';

const mirrored = async () => {
  const { driver, file } = await openDriver();
  const { opened } = await driver.exchange(null, 'About <whales>', 'They are large.');
  const folder = temporaryFolder();
  await driver.call('mirror.choose', { folder });
  await written(driver);
  return { driver, file, folder, chatId: opened.chat.id };
};

describe('the mirror folder', () => {
  it('holds every chat as Markdown and JSONL, with its images, under names that every system takes', async () => {
    const { driver, folder, chatId } = await mirrored();
    const image = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
    await driver.call('chat.addMessage', {
      chatId,
      role: 'user',
      text: 'Look',
      attachments: [{ hash: image.hash, name: 'a.png' }],
      options: OPTIONS,
      limit: 10,
    });
    await written(driver);
    const [jsonl = '', markdown = ''] = chatFiles(folder);
    expect(markdown).toMatch(/^\d{4}-\d\d-\d\d About whales [0-9a-f]{12}\.md$/);
    expect(jsonl).toBe(markdown.replace(/md$/, 'jsonl'));
    const text = readFileSync(path.join(folder, 'chats', markdown), 'utf8');
    expect(text).toContain('They are large.');
    expect(text).toContain(`(../attachments/${image.hash}.png)`);
    expect(readFileSync(path.join(folder, 'attachments', `${image.hash}.png`))).toEqual(PNG);
  });

  it('leaves files alone that hold what they should, and follows a rename and a deletion', async () => {
    const { driver, folder, chatId } = await mirrored();
    const { opened } = await driver.exchange(null, 'Stays', 'As it is.');
    await written(driver);
    const own = path.join(folder, 'chats', 'my notes.md');
    writeFileSync(own, 'mine');
    const stays = chatFiles(folder).filter((name) => name.includes(' Stays '));
    const timesOf = () => stays.map((name) => statSync(path.join(folder, 'chats', name)).ino);
    const before = timesOf();
    await driver.call('chat.rename', { chatId, title: 'Sea' });
    await driver.call('chat.rename', { chatId: opened.chat.id, title: 'Stays' });
    await written(driver);
    expect(timesOf()).toEqual(before);
    expect(chatFiles(folder).filter((name) => name.includes('whales'))).toEqual([]);
    expect(chatFiles(folder).filter((name) => name.includes(' Sea '))).toHaveLength(2);
    await driver.call('chat.delete', { chatId });
    await written(driver);
    expect(chatFiles(folder)).toEqual([...stays, 'my notes.md'].sort());
    await driver.call('chat.restore', { chatId });
    await written(driver);
    expect(chatFiles(folder).filter((name) => name.includes(' Sea '))).toHaveLength(2);
  });

  it('waits for a folder that is away, writes nothing in its place, and goes on when it is back', async () => {
    const { driver, folder, chatId } = await mirrored();
    renameSync(folder, `${folder}-away`);
    mkdirSync(folder);
    await driver.call('chat.rename', { chatId, title: 'Meanwhile' });
    const { waiting } = await until(driver, ({ problem }) => problem === 'missing');
    expect(waiting).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
    renameSync(`${folder}-away`, folder);
    await written(driver);
    expect(chatFiles(folder).every((name) => name.includes(' Meanwhile '))).toBe(true);
  }, 40_000);

  it('catches up with what was not written when the app ended', async () => {
    const { driver, file, folder, chatId } = await mirrored();
    await driver.call('chat.rename', { chatId, title: 'Just before the end' });
    await driver.call('history.close', null);
    expect(chatFiles(folder).some((name) => name.includes('the end'))).toBe(false);
    const again = new Driver();
    await again.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    await written(again);
    expect(chatFiles(folder).every((name) => name.includes(' Just before the end '))).toBe(true);
  });

  it('never takes the folder of another history, and gives its own back to it', async () => {
    const { driver, folder } = await mirrored();
    const other = await openDriver();
    expect(await other.driver.error('mirror.choose', { folder })).toMatchObject({ code: 'mirror.foreign' });
    await driver.call('mirror.choose', { folder: null });
    expect(await driver.call('mirror.next', { known: null, waitMs: 0 })).toEqual({ kind: 'off' });
    expect(chatFiles(folder)).toHaveLength(2);
    await driver.call('mirror.choose', { folder });
    await written(driver);
  });

  it('says so where it may not write, and costs nothing while it is off', async () => {
    const { driver } = await openDriver();
    const missing = path.join(temporaryFolder(), 'nowhere');
    expect(await driver.error('mirror.choose', { folder: missing })).toMatchObject({
      code: 'transfer.notWritten',
      detail: { reason: 'ENOENT' },
    });
    expect(existsSync(missing)).toBe(false);
    expect(await driver.call('mirror.next', { known: null, waitMs: 0 })).toEqual({ kind: 'off' });
  });
});

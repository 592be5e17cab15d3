import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../../main/backstage/import/import-source';
import { PNG } from '../../support/foreign-exports';
import { type Driver, OPTIONS, openDriver, temporaryFolder } from '../backstage/support';
import { exportChats, importFiles, titles } from './support';

const namesIn = async (zip: string): Promise<readonly string[]> => {
  const source = await openSource([zip]);
  source.close();
  return source.files.map(({ name }) => name).sort();
};

const ask = async (driver: Driver, text: string): Promise<string> =>
  (await driver.exchange(null, text, `Reply to ${text}`)).opened.chat.id;

const zipFile = (): string => path.join(temporaryFolder(), 'some.zip');

describe('several chats in one file', () => {
  it('takes the chats that were named and no other, nor what one of them has in the Trash', async () => {
    const { driver } = await openDriver();
    const [first, second, third] = [
      await ask(driver, 'First'),
      await ask(driver, 'Second'),
      await ask(driver, 'Third'),
    ];
    await driver.call('chat.delete', { chatId: second });
    const file = zipFile();
    const scope = { kind: 'chats' as const, chatIds: [first, second] };
    expect(await exportChats(driver, { scope, format: 'json', file })).toMatchObject({
      what: 'chats',
      end: 'complete',
      chats: 1,
      messages: 2,
    });
    const other = await openDriver();
    await importFiles(other.driver, file);
    expect(await titles(other.driver)).toEqual(['First']);
    expect(third).not.toBe(first);
  });

  it('takes a folder with the folders in it, and nothing beside it', async () => {
    const { driver } = await openDriver();
    const ids = [await ask(driver, 'Outside'), await ask(driver, 'Outer'), await ask(driver, 'Inner')];
    const folder = async (name: string, parentId: string | null): Promise<string> => {
      const { folders } = await driver.call('order.saveFolder', { id: null, name, parentId });
      return folders.find((each) => each.name === name)?.id ?? '';
    };
    const folderId = await folder('Outer', null);
    const innerId = await folder('Inner', folderId);
    await driver.call('order.changeChats', {
      changes: [
        { chatIds: ids.slice(1, 2), change: { kind: 'move', folderId } },
        { chatIds: ids.slice(2), change: { kind: 'move', folderId: innerId } },
      ],
    });
    const file = zipFile();
    await exportChats(driver, { scope: { kind: 'folder', folderId }, format: 'html', file });
    expect(await namesIn(file)).toEqual([
      expect.stringMatching(/^html\/.* Inner .*\.html$/),
      expect.stringMatching(/^html\/.* Outer .*\.html$/),
    ]);
  });

  it('does not hand on what was typed and not sent', async () => {
    const { driver } = await openDriver();
    const chatId = await ask(driver, 'Open');
    await driver.call('draft.save', { chatId, text: 'Private', options: null });
    const file = zipFile();
    await exportChats(driver, { scope: { kind: 'chats', chatIds: [chatId] }, format: 'json', file });
    const other = await openDriver();
    await importFiles(other.driver, file);
    expect(await other.driver.call('draft.read', { chatId })).toBeNull();
  });

  it('brings only the attachments of its own chats, beside the Markdown that links to them', async () => {
    const { driver } = await openDriver();
    const image = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
    const other = Buffer.from('Other notes');
    const notes = await driver.call('attachment.add', { name: 'n.txt', mime: 'text/plain', bytes: other });
    const add = async (hash: string, name: string) =>
      (
        await driver.call('chat.addMessage', {
          chatId: null,
          role: 'user',
          text: name,
          attachments: [{ hash, name }],
          options: OPTIONS,
          limit: 10,
        })
      ).chat.id;
    const chatId = await add(image.hash, 'a.png');
    await add(notes.hash, 'n.txt');
    const file = zipFile();
    await exportChats(driver, { scope: { kind: 'chats', chatIds: [chatId] }, format: 'markdown', file });
    expect(await namesIn(file)).toEqual([
      `attachments/${image.hash}.png`,
      expect.stringMatching(/^markdown\/.*a\.png.*\.md$/),
    ]);
  });

  it('takes every chat that a search finds by its words or its title, not only those on the first page', async () => {
    const { driver } = await openDriver();
    for (let at = 0; at < 70; at += 1) await ask(driver, `Whale ${at}`);
    await ask(driver, 'Nothing of the kind');
    const file = path.join(temporaryFolder(), 'some.jsonl');
    const scope = { kind: 'search' as const, query: 'whale role:user', chatId: null };
    expect(await exportChats(driver, { scope, format: 'jsonl', file })).toMatchObject({ chats: 70 });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(70);
    expect(lines.every((line) => line.includes('Whale'))).toBe(true);
  });

  it('writes no file and calls nothing a success where nothing is found', async () => {
    const { driver } = await openDriver();
    await ask(driver, 'First');
    const file = zipFile();
    const scope = { kind: 'search' as const, query: 'nowhere', chatId: null };
    expect(await exportChats(driver, { scope, format: 'html', file })).toMatchObject({
      end: 'failed',
      error: { code: 'history.notFound' },
    });
    expect(existsSync(file)).toBe(false);
  });
});

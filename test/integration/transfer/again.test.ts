import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { branchedConversation, gptConversation, gptText, PNG, writeZip } from '../../support/foreign-exports';
import { first, OPTIONS, openDriver, temporaryFolder } from '../backstage/support';
import { fileOf, importFiles, linesOf, pathOf } from './support';

const turns = (texts: readonly string[]) =>
  texts.map((text, index) => ({
    id: `m${index}`,
    parent: index === 0 ? null : `m${index - 1}`,
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: gptText(text),
    time: 1_700_000_000 + index,
  }));

const exportOf = (...texts: readonly string[]): string =>
  fileOf('conversations.json', [gptConversation('g', turns(texts))]);

describe('importing again', () => {
  it('makes no doubles', async () => {
    const { driver } = await openDriver();
    const file = fileOf('conversations.json', [branchedConversation('b0'), branchedConversation('b1')]);
    await importFiles(driver, file);
    const again = await importFiles(driver, file);
    expect(again).toMatchObject({
      end: 'complete',
      error: null,
      taken: { newChats: 0, grownChats: 0, messages: 0 },
      skipped: [{ reason: 'alreadyHere', count: 2, titles: ['Sky'] }],
    });
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 10 });
    expect(chats).toHaveLength(2);
  });

  it('adds what a chat has grown by, and only that', async () => {
    const { driver } = await openDriver();
    await importFiles(driver, exportOf('One?', 'One.'));
    const report = await importFiles(driver, exportOf('One?', 'One.', 'Two?', 'Two.'));
    expect(report.taken).toEqual({ newChats: 0, grownChats: 1, messages: 2, images: 0 });
    expect(await linesOf(driver, 'Chat g')).toEqual([
      'user: One?',
      'assistant: One.',
      'user: Two?',
      'assistant: Two.',
    ]);
  });

  it('leaves a chat where the person has gone on from it here, and keeps the title they gave it', async () => {
    const { driver } = await openDriver();
    await importFiles(driver, exportOf('One?', 'One.'));
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    const chatId = first(chats).id;
    await driver.call('chat.rename', { chatId, title: 'Mine' });
    await driver.exchange(chatId, 'My own question', 'My own answer');
    await importFiles(driver, exportOf('One?', 'One.', 'Two?', 'Two.'));
    expect((await linesOf(driver, 'Mine')).at(-1)).toBe('assistant: My own answer');
  });

  it('takes what was edited elsewhere as a branch, with all below it, and that once', async () => {
    const { driver } = await openDriver();
    await importFiles(driver, exportOf('One?', 'One.', 'Two?'));
    const edited = exportOf('One?', 'One, corrected.', 'Two?');
    expect((await importFiles(driver, edited)).taken).toMatchObject({ grownChats: 1, messages: 2 });
    expect(await linesOf(driver, 'Chat g')).toEqual([
      'user: One?',
      'assistant: One, corrected.',
      'user: Two?',
    ]);
    expect((await importFiles(driver, edited)).taken.messages).toBe(0);
  });

  it('adds what is new below a branch that was moved into a chat of its own to that chat', async () => {
    const { driver } = await openDriver();
    await importFiles(driver, exportOf('One?', 'One.', 'Two?', 'Two.'));
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    const chatId = first(chats).id;
    const { transcript } = await driver.call('chat.open', { chatId, limit: 9 });
    const messageId = transcript.entries[2]?.message.id ?? '';
    await driver.call('branch.move', { chatId, messageId, title: 'Moved', limit: 1 });
    const report = await importFiles(driver, exportOf('One?', 'One.', 'Two?', 'Two.', 'Three?'));
    expect(report).toMatchObject({ end: 'complete', taken: { messages: 1 } });
    expect((await linesOf(driver, 'Chat g')).at(-1)).toBe('assistant: One.');
    expect((await driver.call('branch.map', { chatId })).map(({ messageCount }) => messageCount)).toEqual([
      2,
    ]);
  });

  it('leaves a chat that was deleted here in the Trash, and says so', async () => {
    const { driver } = await openDriver();
    const file = exportOf('One?', 'One.');
    await importFiles(driver, file);
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    await driver.call('chat.delete', { chatId: first(chats).id });
    const report = await importFiles(driver, file);
    expect(report).toMatchObject({ end: 'complete', skipped: [{ reason: 'inTrash', count: 1 }] });
    expect((await driver.call('chat.page', { cursor: null, limit: 1 })).chats).toEqual([]);
  });

  it('can be gone on from like any other chat', async () => {
    const { driver } = await openDriver();
    await importFiles(driver, exportOf('One?', 'One.'));
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    const turn = await driver.begin(
      { kind: 'send', chatId: first(chats).id, text: 'And?' },
      { options: OPTIONS },
    );
    expect(turn.prompt.map(({ role, content }) => `${role}: ${content}`)).toEqual([
      'user: One?',
      'assistant: One.',
      'user: And?',
    ]);
  });

  it('sends no image that a tool of another app drew: the API takes images from users only', async () => {
    const drawn = {
      content_type: 'multimodal_text',
      parts: [{ content_type: 'image_asset_pointer', asset_pointer: 'sediment://file_1a' }, 'Here.'],
    };
    const file = path.join(temporaryFolder(), 'export.zip');
    const chat = gptConversation('d', [
      { id: 'q', parent: null, content: gptText('Draw.') },
      { id: 'a', parent: 'q', role: 'tool', name: 'dalle', content: drawn },
    ]);
    await writeZip(file, { 'conversations.json': JSON.stringify([chat]), 'file_1a.dat': PNG });
    const { driver } = await openDriver();
    const report = await importFiles(driver, file);
    expect(report.taken.images).toBe(1);
    const id = first(await pathOf(driver, 'Chat d')).chatId;
    const turn = await driver.begin({ kind: 'send', chatId: id, text: 'And?' }, { options: OPTIONS });
    expect(turn.prompt.map(({ content }) => content)).toEqual(['Draw.', 'Here.', 'And?']);
  });
});

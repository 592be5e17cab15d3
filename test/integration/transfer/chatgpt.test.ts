import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { branchedConversation, gptConversation, gptText, PNG, writeZip } from '../../support/foreign-exports';
import { first, openDriver, temporaryFolder } from '../backstage/support';
import { fileOf, importFiles, linesOf, pathOf } from './support';

const zipOf = async (entries: Readonly<Record<string, string | Buffer>>): Promise<string> => {
  const file = path.join(temporaryFolder(), 'export.zip');
  await writeZip(file, entries);
  return file;
};

describe('ChatGPT', () => {
  it('keeps every branch, the chosen path, times and the real model names', async () => {
    const { driver } = await openDriver();
    const report = await importFiles(driver, fileOf('conversations.json', [branchedConversation()]));
    expect(report).toMatchObject({
      format: 'chatgpt',
      end: 'complete',
      error: null,
      taken: { newChats: 1, grownChats: 0, messages: 5, images: 0 },
      skipped: [{ reason: 'emptyMessage', count: 2, titles: ['Sky'] }],
    });
    expect(await linesOf(driver, 'Sky')).toEqual([
      'user: Which colour is the sky?',
      'assistant: Blue.',
      'user: And at night?',
      'assistant: Black.',
    ]);
    const [question, answer] = await pathOf(driver, 'Sky');
    expect(question?.createdAt).toBe(1_700_000_001_000);
    expect(answer?.answer).toMatchObject({ model: 'gpt-4', sent: null });
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 10 });
    const chat = first(chats);
    expect(chat).toMatchObject({ createdAt: 1_700_000_000_500, updatedAt: 1_700_000_900_250 });
    const { transcript } = await driver.call('chat.open', { chatId: chat.id, limit: 10 });
    const siblings = transcript.entries[1]?.siblingIds ?? [];
    expect(siblings).toHaveLength(2);
    const other = await driver.call('chat.selectBranch', {
      chatId: chat.id,
      messageId: siblings[1] ?? '',
      limit: 10,
    });
    expect(other.transcript.entries.at(-1)?.message.answer?.model).toBe('gpt-4o');
  });

  it('reads the ZIP as it comes: numbered files, images as .dat, files that are no chats', async () => {
    const image = {
      content_type: 'multimodal_text',
      parts: [
        { content_type: 'image_asset_pointer', asset_pointer: 'sediment://file_00ab12' },
        'What is this?',
      ],
    };
    const chat = (id: string, content: unknown) => gptConversation(id, [{ id: 'q', parent: null, content }]);
    const file = await zipOf({
      'chat.html': '<html>',
      'user.json': JSON.stringify({ id: 'user-1', email: 'a@example.org' }),
      'message_feedback.json': '[]',
      'conversations-000.json': JSON.stringify([chat('c0', gptText('zero'))]),
      'conversations-001.json': JSON.stringify([chat('c1', image)]),
      'file_00ab12.dat': PNG,
      'conversation_asset_file_names.json': JSON.stringify({ 'file_00ab12.dat': 'pixel.png' }),
    });
    const { driver } = await openDriver();
    const report = await importFiles(driver, file);
    expect(report).toMatchObject({
      end: 'complete',
      taken: { newChats: 2, messages: 2, images: 1 },
      skipped: [],
    });
    const [message] = await pathOf(driver, 'Chat c1');
    expect(message?.parts).toMatchObject([
      { type: 'image', mime: 'image/png', width: 1, height: 1 },
      { type: 'text', text: 'What is this?' },
    ]);
    const [part] = message?.parts ?? [];
    const { bytes } = await driver.call('attachment.read', { hash: part?.type === 'image' ? part.hash : '' });
    expect(Buffer.from(bytes)).toEqual(PNG);
  });

  it('keeps what tools wrote and what was thought, and lists voice, missing images and unknown parts', async () => {
    const { driver } = await openDriver();
    const messages = [
      { id: 'q', parent: null, content: gptText('Count.'), time: 1 },
      {
        id: 't',
        parent: 'q',
        role: 'assistant',
        content: { content_type: 'thoughts', thoughts: [{ summary: 'Plan', content: 'Use code.' }] },
      },
      {
        id: 'c',
        parent: 't',
        role: 'assistant',
        recipient: 'python',
        content: { content_type: 'code', language: 'unknown', text: 'print(1)' },
      },
      {
        id: 'o',
        parent: 'c',
        role: 'tool',
        name: 'python',
        content: { content_type: 'execution_output', text: '1' },
      },
      {
        id: 'b',
        parent: 'o',
        role: 'tool',
        name: 'browser',
        content: { content_type: 'tether_quote', title: 'Page', url: 'https://example.org', text: 'One.' },
      },
      {
        id: 'v',
        parent: 'b',
        content: {
          content_type: 'multimodal_text',
          parts: [
            { content_type: 'audio_transcription', text: 'Spoken.' },
            { content_type: 'audio_asset_pointer', asset_pointer: 'sediment://file_9' },
            { content_type: 'image_asset_pointer', asset_pointer: 'file-service://file-Gone' },
            { content_type: 'hologram', data: 1 },
          ],
        },
      },
    ];
    const report = await importFiles(driver, fileOf('x.json', [gptConversation('t0', messages)]));
    expect(report.skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['missingImage', 1],
      ['voice', 1],
      ['unknownPart', 1],
    ]);
    expect(await linesOf(driver, 'Chat t0')).toEqual([
      'user: Count.',
      'assistant: **python**\n\n```python\nprint(1)\n```',
      'assistant: **python**\n\n```\n1\n```',
      'assistant: Page – https://example.org\n\n> One.',
      'user: Spoken.\n\n[image][hologram]',
    ]);
    const [, code] = await pathOf(driver, 'Chat t0');
    expect(code?.parts[0]).toEqual({ type: 'reasoning', text: 'Plan\nUse code.' });
  });

  it('shows how large the chosen files are, not what is packed in them', async () => {
    const { driver } = await openDriver();
    const chat = gptConversation('s0', [{ id: 'q', parent: null, content: gptText('long '.repeat(10_000)) }]);
    const zip = await zipOf({ 'conversations.json': JSON.stringify([chat]) });
    const picked = await driver.call('transfer.inspect', { paths: [zip] });
    expect(picked).toEqual({ names: ['export.zip'], size: statSync(zip).size, format: 'chatgpt' });
  });

  it('takes a text file that was attached, where the ZIP holds it', async () => {
    const attachments = [{ id: 'file-Abc1', name: 'notes.txt', mime_type: 'text/plain', size: 5 }];
    const chat = gptConversation('f0', [
      { id: 'q', parent: null, content: gptText('Read it.'), attachments },
    ]);
    const file = await zipOf({
      'conversations.json': JSON.stringify([chat]),
      'file-Abc1-notes.txt': 'Notes',
    });
    const { driver } = await openDriver();
    expect(await importFiles(driver, file)).toMatchObject({ end: 'complete', skipped: [] });
    const [message] = await pathOf(driver, 'Chat f0');
    expect(message?.parts[1]).toMatchObject({ type: 'file', name: 'notes.txt', textLength: 5 });
  });
});

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chatboxBackup, cherryBackup, nextChatBackup } from '../../support/backups';
import { claudeConversation, claudeMessage, PNG, writeZip } from '../../support/foreign-exports';
import { openDriver, temporaryFolder } from '../backstage/support';
import { fileOf, importFiles, linesOf, pathOf, titles } from './support';

const zipOf = async (entries: Readonly<Record<string, string | Buffer>>): Promise<string> => {
  const file = path.join(temporaryFolder(), 'export.zip');
  await writeZip(file, entries);
  return file;
};

describe('other apps', () => {
  it('takes a Claude export with its thinking, tools, files and branches', async () => {
    const root = '00000000-0000-4000-8000-000000000000';
    const conversation = claudeConversation('u1', [
      claudeMessage('m1', 'human', 'Hi', {
        parent_message_uuid: root,
        attachments: [{ file_name: 'a.md', extracted_content: '# A' }],
      }),
      claudeMessage('m2', 'assistant', '', {
        parent_message_uuid: 'm1',
        content: [
          { type: 'thinking', thinking: 'Greet.' },
          { type: 'tool_use', name: 'repl', input: { code: '1' } },
          { type: 'tool_result', name: 'repl', content: [{ type: 'text', text: '1' }] },
          { type: 'text', text: 'Hello' },
        ],
      }),
      claudeMessage('m3', 'assistant', 'Good day', {
        parent_message_uuid: 'm1',
        created_at: '2024-05-01T10:00:09Z',
        files: [{ file_name: 'b.pdf' }],
      }),
    ]);
    const { driver } = await openDriver();
    const report = await importFiles(driver, fileOf('conversations.json', [conversation]));
    expect(report).toMatchObject({
      format: 'claude',
      taken: { messages: 3 },
      skipped: [{ reason: 'missingFile', count: 1 }],
    });
    expect(await linesOf(driver, 'Claude u1')).toEqual([
      'user: Hi\n\n**a.md**\n\n```\n# A\n```',
      'assistant: Good day\n\n[b.pdf]',
    ]);
  });

  it('takes a Chatbox backup with its forks and threads', async () => {
    const { driver } = await openDriver();
    const report = await importFiles(driver, fileOf('backup.json', chatboxBackup()));
    expect(report).toMatchObject({ format: 'chatbox', taken: { newChats: 2, messages: 5 } });
    expect(await titles(driver)).toEqual(['Recipes', 'Soup']);
    expect(await linesOf(driver, 'Recipes')).toEqual([
      'system: Be brief.',
      'user: Bread?',
      'assistant: Flour and water.[image]',
    ]);
  });

  it('takes a Cherry Studio backup: names, prompt, image, and the answer that was chosen', async () => {
    const file = await zipOf({ 'data.json': JSON.stringify(cherryBackup()), 'Data/Files/img1.png': PNG });
    const { driver } = await openDriver();
    const report = await importFiles(driver, file);
    expect(report).toMatchObject({
      format: 'cherry',
      taken: { newChats: 1, messages: 4, images: 1 },
      skipped: [],
    });
    expect(await linesOf(driver, 'Verses')).toEqual([
      'user: The sea?',
      'assistant: Deep as can be.',
      'user: More.',
    ]);
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    expect(chats[0]?.options).toEqual({ model: 'deepseek-chat', params: { systemPrompt: 'Rhyme.' } });
  });

  it('takes a NextChat backup with the messages of its mask', async () => {
    const { driver } = await openDriver();
    const report = await importFiles(driver, fileOf('backup.json', nextChatBackup()));
    expect(report).toMatchObject({ format: 'nextchat', taken: { newChats: 1, messages: 3 }, skipped: [] });
    expect(await linesOf(driver, 'Trains')).toEqual([
      'system: You know timetables.',
      'user: When?',
      'assistant: At noon.',
    ]);
  });

  it('takes OpenAI JSONL: fine-tuning, tools, preferences and batches, and names the lines it cannot read', async () => {
    const user = (content: unknown) => ({ role: 'user', content });
    const call = { id: 'c1', type: 'function', function: { name: 'now', arguments: '{}' } };
    const lines = [
      JSON.stringify({ messages: [user('Tune'), { role: 'assistant', content: 'Tuned' }] }),
      '{"messages": [broken',
      JSON.stringify({
        messages: [
          user('Time?'),
          { role: 'assistant', content: null, tool_calls: [call] },
          { role: 'tool', tool_call_id: 'c1', content: 'noon' },
        ],
      }),
      JSON.stringify({
        input: { messages: [user('Better?')] },
        preferred_output: [{ role: 'assistant', content: 'Yes' }],
        non_preferred_output: [{ role: 'assistant', content: 'No' }],
      }),
      JSON.stringify({
        custom_id: 'request-1',
        method: 'POST',
        url: '/v1/chat/completions',
        body: { model: 'gpt-4o', messages: [user('Batch')] },
      }),
    ];
    const { driver } = await openDriver();
    const report = await importFiles(driver, fileOf('train.jsonl', `${lines.join('\n')}\n`));
    expect(report).toMatchObject({
      format: 'openaiJsonl',
      end: 'complete',
      taken: { newChats: 4 },
      skipped: [{ reason: 'broken', count: 1 }],
    });
    expect((await titles(driver)).toSorted()).toEqual(['Better?', 'Time?', 'Tune', 'request-1']);
    expect(await linesOf(driver, 'Better?')).toEqual(['user: Better?', 'assistant: Yes']);
    const tools = await pathOf(driver, 'Time?');
    expect(tools.map(({ parts }) => parts[0]?.type)).toEqual(['text', 'toolCall', 'toolResult']);
  });

  it('takes several files that were chosen together, one of them with a broken line', async () => {
    const line = (content: string) => JSON.stringify({ messages: [{ role: 'user', content }] });
    const one = fileOf('one.jsonl', `${line('First')}\n`);
    const two = fileOf('two.jsonl', `{"messages": [{"role"\n${line('Second')}\n`);
    const { driver } = await openDriver();
    const report = await importFiles(driver, one, two);
    expect(report).toMatchObject({ taken: { newChats: 2 }, skipped: [{ reason: 'broken', count: 1 }] });
  });
});

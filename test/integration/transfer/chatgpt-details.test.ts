import { describe, expect, it } from 'vitest';
import { gptConversation, gptText } from '../../support/foreign-exports';
import { openDriver } from '../backstage/support';
import { fileOf, importFiles, linesOf } from './support';

describe('ChatGPT messages of special kinds', () => {
  it('leaves out what ChatGPT never shows, and sends custom instructions on as those of the system', async () => {
    const { driver } = await openDriver();
    const hidden = { is_visually_hidden_from_conversation: true };
    const messages = [
      {
        id: 'i',
        parent: null,
        content: {
          content_type: 'user_editable_context',
          user_profile: 'I sail.',
          user_instructions: 'Be brief.',
        },
        metadata: { ...hidden, is_user_system_message: true },
      },
      {
        id: 'o',
        parent: 'i',
        role: 'system',
        content: gptText('Original custom instructions no longer available'),
        metadata: {
          ...hidden,
          is_user_system_message: true,
          user_context_message_data: { about_user_message: 'Ahab', about_model_message: 'Be kind.' },
        },
      },
      { id: 'q', parent: 'o', content: gptText('A whale, please.'), time: 1 },
      {
        id: 'n',
        parent: 'q',
        role: 'tool',
        name: 'dalle.text2im',
        content: gptText('Images are shown; do not repeat them.'),
        metadata: hidden,
      },
      { id: 'a', parent: 'n', role: 'assistant', content: gptText('Here.'), time: 2 },
    ];
    const report = await importFiles(driver, fileOf('x.json', [gptConversation('h0', messages)]));
    expect(report.skipped).toEqual([{ reason: 'emptyMessage', count: 1, titles: ['Chat h0'] }]);
    expect(await linesOf(driver, 'Chat h0')).toEqual([
      'system: I sail.\n\nBe brief.',
      'system: Ahab\n\nBe kind.',
      'user: A whale, please.',
      'assistant: Here.',
    ]);
  });

  it('reads canvas documents as documents, whatever is no such call as it stands', async () => {
    const { driver } = await openDriver();
    const call = (id: string, parent: string | null, recipient: string, text: string) => ({
      id,
      parent,
      role: 'assistant',
      recipient,
      content: { content_type: 'code', language: 'json', text },
    });
    const create = 'canmore.create_textdoc';
    const messages = [
      call('c', null, create, JSON.stringify({ name: 'Poem', type: 'document', content: '# Sea\n\nBlue.' })),
      call('p', 'c', create, JSON.stringify({ name: 'Sum', type: 'code/python', content: 'print(1)' })),
      call(
        'u',
        'p',
        'canmore.update_textdoc',
        JSON.stringify({
          updates: [
            { pattern: '.*', multiple: false, replacement: 'Green.' },
            { pattern: 'Gr', multiple: false, replacement: 'Pr' },
          ],
        }),
      ),
      call(
        'm',
        'u',
        'canmore.comment_textdoc',
        JSON.stringify({ comments: [{ pattern: 'Pr', comment: 'Why?' }] }),
      ),
      call('x', 'm', create, '{"name": "cut'),
    ];
    const report = await importFiles(driver, fileOf('x.json', [gptConversation('k0', messages)]));
    expect(report).toMatchObject({ taken: { messages: 5 }, skipped: [] });
    expect(await linesOf(driver, 'Chat k0')).toEqual([
      'assistant: **Poem**\n\n# Sea\n\nBlue.',
      'assistant: **Sum**\n\n```python\nprint(1)\n```',
      'assistant: **canvas**\n\n```\nGreen.\n```\n\n```\nGr\n```\n\n→\n\n```\nPr\n```',
      'assistant: **canvas**\n\n```\nPr\n```\n\nWhy?',
      'assistant: **canmore.create_textdoc**\n\n```json\n{"name": "cut\n```',
    ]);
  });

  it('keeps the report of a deep research, and counts the voice and the video of a call', async () => {
    const { driver } = await openDriver();
    const report = { content: { content_type: 'text', parts: ['# Whales\n\nThey are large.'] } };
    const panel = (state: string) => ({
      chatgpt_sdk: { attribution_id: 'connector_openai_deep_research', widget_state: state },
    });
    const call = {
      content_type: 'real_time_user_audio_video_asset_pointer',
      audio_asset_pointer: { content_type: 'audio_asset_pointer', asset_pointer: 'sediment://file_1' },
      video_container_asset_pointer: { asset_pointer: 'sediment://file_2' },
      frames_asset_pointers: [],
    };
    const messages = [
      {
        id: 'v',
        parent: null,
        content: {
          content_type: 'multimodal_text',
          parts: [call, { content_type: 'audio_transcription', text: 'Look.' }],
        },
      },
      {
        id: 'r',
        parent: 'v',
        role: 'tool',
        content: gptText('The panel is shown.'),
        metadata: panel(JSON.stringify({ status: 'completed', report_message: report })),
      },
      { id: 'b', parent: 'r', role: 'tool', content: gptText('Not yet.'), metadata: panel('{"status') },
    ];
    const { skipped } = await importFiles(driver, fileOf('x.json', [gptConversation('d0', messages)]));
    expect(skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['voice', 1],
      ['video', 1],
    ]);
    expect(await linesOf(driver, 'Chat d0')).toEqual([
      'user: Look.',
      'assistant: # Whales\n\nThey are large.',
      'assistant: **tool**\n\n```\nNot yet.\n```',
    ]);
  });
});

import { expect, it } from 'vitest';
import { replyText, unsavedMarkdown } from '../../../main/chat/unsaved-markdown';

it('holds reasoning, calls and results of a reply, whatever fences are in them', () => {
  const text = replyText([
    { type: 'reasoning', text: 'think\nmore' },
    { type: 'text', text: 'Here:' },
    { type: 'toolCall', id: '1', name: 'look\nup', arguments: '{"a":"```"}' },
    { type: 'toolResult', callId: '1', text: 'found' },
  ]);
  expect(text).toBe('> think\n> more\n\nHere:\n\n**look up**\n\n````\n{"a":"```"}\n````\n\n```\nfound\n```');
});

it('puts each text under the title of its chat', () => {
  const texts = [
    { title: 'A\n# B', text: 'one' },
    { title: '', text: 'two' },
  ];
  expect(unsavedMarkdown(texts)).toBe('# A # B\n\none\n\n---\n\ntwo\n');
});

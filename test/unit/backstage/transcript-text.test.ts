import { describe, expect, it } from 'vitest';
import type { PromptMessage } from '../../../main/backstage/prompt-message';
import { transcriptText } from '../../../main/backstage/turns/transcript-text';
import { defaultTranscriptRule, plainTranscriptRule } from '../../../preload/contract/transcript-rule';

const chat: readonly PromptMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: ' Hello!\n' },
  { role: 'user', content: 'And?' },
];

describe('the one text of a chat', () => {
  it('is a dialogue that the model goes on with, without a second space or line after a reply', () => {
    expect(transcriptText(chat, defaultTranscriptRule, false)).toBe(
      'Be brief.\n\nUser: Hi\n\nAssistant: Hello!\n\nUser: And?\n\nAssistant:',
    );
  });

  it('is what was typed, to the letter, by the plain rule', () => {
    const typed = '  def f():\n    return';
    expect(transcriptText([{ role: 'user', content: typed }], plainTranscriptRule, false)).toBe(typed);
  });

  it('ends with the text that is gone on with: nothing may stand between it and its rest', () => {
    const cut = [...chat.slice(0, 2), { role: 'assistant' as const, content: ' Hello, wor ' }];
    expect(transcriptText(cut, defaultTranscriptRule, true)).toBe(
      'Be brief.\n\nUser: Hi\n\nAssistant: Hello, wor ',
    );
  });

  it('asks anew where the reply was cut before its first word', () => {
    const cut = chat.slice(0, 2);
    expect(transcriptText(cut, defaultTranscriptRule, true)).toBe('Be brief.\n\nUser: Hi\n\nAssistant:');
  });

  it('keeps signs in a text that mean something to a replacing function, and a {text} that was typed', () => {
    const text = "$& $1 $` {text} $'";
    const rule = { system: '{text}', user: '<{text}>', assistant: '{text}', ending: '' };
    expect(transcriptText([{ role: 'user', content: text }], rule, false)).toBe(`<${text}>`);
  });

  it('takes a developer for the system, a result for the user, and texts out of parts; a call alone says nothing', () => {
    const rule = { system: 'S{text}', user: 'U{text}', assistant: 'A{text}', ending: '.' };
    const messages: readonly PromptMessage[] = [
      { role: 'developer', content: '1' },
      { role: 'assistant', content: null, tool_calls: [] },
      { role: 'tool', content: '2', tool_call_id: 'c' },
      { role: 'user', content: [{ type: 'text', text: '3' }] },
    ];
    expect(transcriptText(messages, rule, false)).toBe('S1U2U3.');
  });
});

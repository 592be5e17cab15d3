import { describe, expect, it } from 'vitest';
import { completionChunks, planCompletion, wholeCompletion } from '../../../main/demo/completion-events';
import { demoReply } from '../../../main/demo/demo-reply';
import { readDemoRequest } from '../../../main/demo/demo-request';
import { tokenPieces } from '../../../main/demo/token-pieces';

const requestOf = (fields: object, ...messages: readonly (readonly [string, string])[]) => {
  const request = readDemoRequest({
    model: 'parlance-demo',
    messages: messages.map(([role, content]) => ({ role, content })),
    ...fields,
  });
  if (request === null) throw new Error('no request');
  return request;
};

describe('demoReply', () => {
  it('answers a Chinese question in Chinese and any other in English', () => {
    expect(demoReply(requestOf({}, ['user', '你好吗？']), 0)).toContain('演示');
    expect(demoReply(requestOf({}, ['user', 'How are you?']), 0)).toContain('demo');
  });

  it('echoes the last message, the count, the system prompt and the settings that were sent', () => {
    const reply = demoReply(requestOf({ temperature: 0.3 }, ['system', 'Be kind.'], ['user', 'One\nTwo']), 0);
    for (const part of ['> One\n> Two', '2 messages', 'Be kind.', '`temperature`', '`0.3`'])
      expect(reply).toContain(part);
  });

  it('does not send megabytes back', () => {
    expect(demoReply(requestOf({}, ['user', 'x'.repeat(5_000_000)]), 0).length).toBeLessThan(3000);
  });

  it('goes on, instead of greeting again, when the last message is the assistant’s own', () => {
    expect(demoReply(requestOf({}, ['user', 'Hi'], ['assistant', 'Hello the']), 0)).not.toContain('##');
  });
});

describe('tokenPieces', () => {
  it.each(['', 'Hello world', '你好，世界', '  \n\t x', 'naïve café 👋🏽 e\u0301', '12345 a1b2', '\r\n\r\n'])(
    'loses nothing of %j',
    (text) => {
      expect(tokenPieces(text).join('')).toBe(text);
    },
  );
});

describe('a planned completion', () => {
  it.each([
    [{ max_tokens: 2 }, 'Hello world again', 'Hello world', 'length'],
    [{ max_completion_tokens: 1 }, 'Hello world', 'Hello', 'length'],
    [{ stop: ' world' }, 'Hello world again', 'Hello', 'stop'],
    [{ stop: ['again', ' world'] }, 'Hello world again', 'Hello', 'stop'],
    [{}, 'Hello', 'Hello', 'stop'],
  ])('%j is honoured', (fields, text, content, finishReason) => {
    const plan = planCompletion(requestOf(fields, ['user', 'x']), [text], 0);
    expect(wholeCompletion(plan)).toMatchObject({
      choices: [{ message: { content }, finish_reason: finishReason }],
    });
  });

  it('sends usage only when it was asked for, as its last chunk', () => {
    const withUsage = requestOf({ stream_options: { include_usage: true } }, ['user', 'x']);
    expect([...completionChunks(planCompletion(withUsage, ['Hi'], 0))].at(-1)).toMatchObject({
      choices: [],
      usage: { completion_tokens: 1 },
    });
    expect(
      JSON.stringify([...completionChunks(planCompletion(requestOf({}, ['user', 'x']), ['Hi'], 0))]),
    ).not.toContain('usage');
  });
});

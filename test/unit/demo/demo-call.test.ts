import { describe, expect, it } from 'vitest';
import { completionChunks, planCompletion } from '../../../main/demo/completion-events';
import { demoCall } from '../../../main/demo/demo-call';
import { readDemoRequest } from '../../../main/demo/demo-request';
import { EXAMPLE_TOOLS } from '../../../renderer/features/tools/example-tools';

const tools = JSON.parse(EXAMPLE_TOOLS) as readonly unknown[];
const other = { type: 'function', function: { name: 'now' } };
const question = { role: 'user', content: 'q' };

describe('the demo', () => {
  it('calls the first function with arguments that fit its schema', () => {
    const call = demoCall({ tools: [...tools, other], messages: [question] });
    expect(call?.name).toBe('get_weather');
    expect(JSON.parse(call?.arguments ?? '')).toEqual({ location: 'example', unit: 'celsius' });
  });

  it('calls the function that was chosen, and none where none may be called or its result is there', () => {
    const messages = [question];
    const choice = { type: 'function', function: { name: 'now' } };
    expect(demoCall({ tools: [...tools, other], tool_choice: choice, messages })).toMatchObject({
      name: 'now',
      arguments: '{}',
    });
    expect(demoCall({ tools, tool_choice: 'none', messages })).toBeNull();
    expect(demoCall({ tools, messages: [...messages, { role: 'tool', content: '' }] })).toBeNull();
    expect(demoCall({ messages })).toBeNull();
  });

  it('streams the arguments in pieces and ends with tool_calls', () => {
    const request = readDemoRequest({ model: 'm', tools, messages: [question] });
    if (request === null) throw new Error('no request');
    const chunks = JSON.stringify([...completionChunks(planCompletion(request, ['text'], 0))]);
    expect(chunks).toContain('"finish_reason":"tool_calls"');
    expect(chunks).not.toContain('text');
    expect(chunks.match(/"arguments"/g)?.length).toBeGreaterThan(5);
  });
});

import { describe, expect, it } from 'vitest';
import { completionBody, withoutParameter } from '../../../main/openai/request-body';

const prompt = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Hi' },
] as const;
const plain = { id: 'gpt-4o', maxTokensName: 'max_tokens', unsupported: [] } as const;
const TOOLS = '[{"type": "function", "function": {"name": "f", "strict": true}}]';
const bare = { model: 'gpt-4o', messages: prompt, stream: true, stream_options: { include_usage: true } };

describe('completionBody', () => {
  it('sends no parameter that was not set', () => {
    expect(completionBody(prompt, {}, plain)).toEqual(bare);
  });

  it('does not send the system prompt a second time as a parameter', () => {
    expect(completionBody(prompt, { systemPrompt: 'Be brief.' }, plain)).toEqual(bare);
  });

  it('keeps to itself what the API knows nothing of', () => {
    expect(completionBody(prompt, { contextRule: 'ask' }, plain)).toEqual(bare);
  });

  it.each([
    [{ temperature: 0 }, { temperature: 0 }],
    [{ topP: 0.5 }, { top_p: 0.5 }],
    [{ maxTokens: 64 }, { max_tokens: 64 }],
    [{ n: 3 }, { n: 3 }],
    [{ stop: ['a', 'b'] }, { stop: ['a', 'b'] }],
    [{ stop: [] }, {}],
    [{ presencePenalty: -2 }, { presence_penalty: -2 }],
    [{ frequencyPenalty: 2 }, { frequency_penalty: 2 }],
    [{ seed: 0 }, { seed: 0 }],
    [{ reasoningEffort: 'low' as const }, { reasoning_effort: 'low' }],
    [{ responseFormat: { type: 'text' as const } }, { response_format: { type: 'text' } }],
    [{ responseFormat: { type: 'json_object' as const } }, { response_format: { type: 'json_object' } }],
    [{ verbosity: 'high' as const }, { verbosity: 'high' }],
    [{ serviceTier: 'flex' as const }, { service_tier: 'flex' }],
    [{ logitBias: { '50256': -100 } }, { logit_bias: { '50256': -100 } }],
    [{ user: 'u-1' }, { user: 'u-1' }],
    [{ tools: TOOLS }, { tools: JSON.parse(TOOLS) }],
    [
      { tools: TOOLS, toolChoice: 'none' as const },
      { tools: JSON.parse(TOOLS), tool_choice: 'none' },
    ],
    [
      { tools: TOOLS, toolChoice: 'function:f' as const, parallelToolCalls: false },
      {
        tools: JSON.parse(TOOLS),
        tool_choice: { type: 'function', function: { name: 'f' } },
        parallel_tool_calls: false,
      },
    ],
    [{ toolChoice: 'required' as const, parallelToolCalls: true }, {}],
  ])('%j becomes %j on the wire, also when it is 0', (params, fields) => {
    expect(completionBody(prompt, params, plain)).toEqual({ ...bare, ...fields });
  });

  it('sends a schema as JSON, not as the text it was typed as', () => {
    const schema = '{ "type": "object",\n "properties": {} }';
    const responseFormat = { type: 'json_schema', name: 'person', strict: true, schema } as const;
    expect(completionBody(prompt, { responseFormat }, plain)).toEqual({
      ...bare,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'person', strict: true, schema: { type: 'object', properties: {} } },
      },
    });
  });

  it('names the bound as the model wants it and leaves out what it does not take', () => {
    const model = {
      id: 'o3',
      maxTokensName: 'max_completion_tokens',
      unsupported: ['temperature', 'stop'],
    } as const;
    const body = completionBody(prompt, { maxTokens: 9, temperature: 1, stop: ['x'], seed: 1 }, model);
    expect(body).toEqual({ ...bare, model: 'o3', max_completion_tokens: 9, seed: 1 });
  });
});

describe('withoutParameter', () => {
  const body = completionBody(prompt, { temperature: 1, maxTokens: 9 }, plain);

  it('leaves out the one parameter and nothing else', () => {
    const { temperature: _, ...rest } = body;
    expect(withoutParameter(body, 'temperature')).toEqual(rest);
  });
  it('leaves out with the tools what the API refuses without them', () => {
    const tools = { tools: TOOLS, toolChoice: 'auto', parallelToolCalls: true } as const;
    const withTools = completionBody(prompt, { temperature: 1, maxTokens: 9, ...tools }, plain);
    expect(withoutParameter(withTools, 'tools')).toEqual(body);
  });
  it('does not lose the bound of the reply, but sends it under its other name', () => {
    const { max_tokens: _, ...rest } = body;
    expect(withoutParameter(body, 'max_tokens')).toEqual({ ...rest, max_completion_tokens: 9 });
  });
  it('says when there is nothing to leave out, so that the request is not repeated for nothing', () => {
    expect(withoutParameter(body, 'seed')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { legacyBody } from '../../../main/openai/legacy-body';
import { requestBody, withoutParameter, withPrompt } from '../../../main/openai/request-body';

const model = { id: 'gpt-3.5-turbo-instruct', unsupported: ['tools', 'responseFormat'] } as const;
const bare = {
  model: 'gpt-3.5-turbo-instruct',
  prompt: '',
  stream: true,
  stream_options: { include_usage: true },
};

describe('legacyBody', () => {
  it.each([
    [{}, {}],
    [{ suffix: '\n}' }, { suffix: '\n}' }],
    [{ maxTokens: 64 }, { max_tokens: 64 }],
    [{ temperature: 0 }, { temperature: 0 }],
    [{ topP: 0 }, { top_p: 0 }],
    [{ n: 2 }, { n: 2 }],
    [{ logprobs: true, topLogprobs: 3 }, { logprobs: 3 }],
    [{ logprobs: true }, { logprobs: 0 }],
    [{ logprobs: true, topLogprobs: 20 }, { logprobs: 5 }],
    [{ topLogprobs: 3 }, {}],
    [{ logprobs: false, topLogprobs: 3 }, {}],
    [{ echo: true }, { echo: true }],
    [{ stop: ['User:'] }, { stop: ['User:'] }],
    [{ stop: [] }, {}],
    [
      { presencePenalty: 1, frequencyPenalty: -1 },
      { presence_penalty: 1, frequency_penalty: -1 },
    ],
    [
      { n: 2, bestOf: 2 },
      { n: 2, best_of: 2 },
    ],
    [{ logitBias: { '50256': -100 } }, { logit_bias: { '50256': -100 } }],
    [{ user: 'u' }, { user: 'u' }],
    [{ seed: 0 }, { seed: 0 }],
    [{ responseFormat: { type: 'text' as const }, systemPrompt: 'x' }, {}],
  ])('%j becomes %j on the wire', (params, fields) => {
    expect(legacyBody(params, model)).toEqual({ ...bare, ...fields });
  });

  it('asks for no stream where the best of several is wanted: the API refuses that', () => {
    expect(legacyBody({ bestOf: 3 }, model)).toEqual({ model: model.id, prompt: '', best_of: 3 });
    expect(legacyBody({ bestOf: 3, n: 2 }, model)).not.toHaveProperty('stream');
  });

  it('leaves out what the model does not take', () => {
    const davinci = { id: 'davinci-002', unsupported: ['suffix'] } as const;
    expect(legacyBody({ suffix: 'x' }, davinci)).not.toHaveProperty('suffix');
  });
});

describe('the body at either endpoint', () => {
  it('is the legacy one for a legacy model, its prompt in its place', () => {
    const info = { ...model, endpoint: 'completions', maxTokensName: 'max_tokens' } as const;
    const body = withPrompt(requestBody({ echo: true }, info), { prompt: [], transcript: 'Once' });
    expect(JSON.stringify(body)).toBe(
      '{"model":"gpt-3.5-turbo-instruct","prompt":"Once","stream":true,"stream_options":{"include_usage":true},"echo":true}',
    );
  });

  it('never loses the bound of a legacy reply, which has no other name', () => {
    expect(withoutParameter(legacyBody({ maxTokens: 5 }, model), 'max_tokens')).toBeNull();
    expect(withoutParameter(legacyBody({ suffix: 'x' }, model), 'suffix')).toEqual(bare);
  });

  it('asks for alternatives only with probabilities, and drops both together', () => {
    const info = { id: 'gpt-4o', endpoint: 'chat', maxTokensName: 'max_tokens', unsupported: [] } as const;
    expect(requestBody({ topLogprobs: 2 }, info)).not.toHaveProperty('top_logprobs');
    const body = requestBody({ logprobs: true, topLogprobs: 2 }, info);
    expect(body).toMatchObject({ logprobs: true, top_logprobs: 2 });
    expect(withoutParameter(body, 'logprobs')).not.toHaveProperty('top_logprobs');
  });
});

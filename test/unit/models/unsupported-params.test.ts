import { describe, expect, it } from 'vitest';
import { unsupportedAt, unsupportedBy } from '../../../main/models/unsupported-params';

describe('unsupportedBy', () => {
  it.each([
    ['gpt-4o', false, ['reasoningEffort', 'verbosity']],
    ['gpt-4-0613', false, ['reasoningEffort', 'verbosity', 'responseFormat']],
    ['gpt-3.5-turbo', false, ['reasoningEffort', 'verbosity']],
    ['gpt-3.5-turbo-16k', false, ['reasoningEffort', 'verbosity', 'responseFormat']],
    [
      'gpt-4-0314',
      false,
      ['reasoningEffort', 'verbosity', 'responseFormat', 'tools', 'toolChoice', 'parallelToolCalls'],
    ],
    [
      'chatgpt-4o-latest',
      false,
      ['reasoningEffort', 'verbosity', 'tools', 'toolChoice', 'parallelToolCalls'],
    ],
    ['gpt-4-1106-preview', false, ['reasoningEffort', 'verbosity']],
    [
      'o1',
      true,
      [
        'temperature',
        'topP',
        'presencePenalty',
        'frequencyPenalty',
        'logitBias',
        'logprobs',
        'topLogprobs',
        'verbosity',
        'parallelToolCalls',
      ],
    ],
    [
      'o3',
      true,
      [
        'temperature',
        'topP',
        'presencePenalty',
        'frequencyPenalty',
        'logitBias',
        'logprobs',
        'topLogprobs',
        'stop',
        'verbosity',
        'parallelToolCalls',
      ],
    ],
    [
      'gpt-5',
      true,
      [
        'temperature',
        'topP',
        'presencePenalty',
        'frequencyPenalty',
        'logitBias',
        'logprobs',
        'topLogprobs',
        'stop',
      ],
    ],
  ])('%s is not sent what it would refuse, and is sent what it takes', (id, reasons, names) => {
    expect(unsupportedBy(id, reasons)).toEqual(names);
  });
});

describe('unsupportedAt', () => {
  it('sends a legacy model nothing that only Chat Completions has, and a suffix only where it is taken', () => {
    const instruct = unsupportedAt('completions', 'gpt-3.5-turbo-instruct', ['reasoningEffort']);
    expect(instruct).toEqual(expect.arrayContaining(['responseFormat', 'tools', 'serviceTier']));
    for (const taken of ['suffix', 'echo', 'bestOf', 'seed', 'logprobs'])
      expect(instruct).not.toContain(taken);
    expect(unsupportedAt('completions', 'davinci-002', [])).toContain('suffix');
  });

  it('sends a chat model nothing that only the legacy endpoint has', () => {
    expect(unsupportedAt('chat', 'x', ['stop'])).toEqual([
      'stop',
      'transcriptRule',
      'suffix',
      'echo',
      'bestOf',
    ]);
  });
});

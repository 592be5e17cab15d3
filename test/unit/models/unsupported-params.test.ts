import { describe, expect, it } from 'vitest';
import { unsupportedBy } from '../../../main/models/unsupported-params';

describe('unsupportedBy', () => {
  it.each([
    ['gpt-4o', false, ['reasoningEffort', 'verbosity']],
    ['gpt-4-0613', false, ['reasoningEffort', 'verbosity', 'responseFormat']],
    ['gpt-3.5-turbo', false, ['reasoningEffort', 'verbosity']],
    ['gpt-3.5-turbo-16k', false, ['reasoningEffort', 'verbosity', 'responseFormat']],
    ['gpt-4-1106-preview', false, ['reasoningEffort', 'verbosity']],
    ['o1', true, ['temperature', 'topP', 'presencePenalty', 'frequencyPenalty', 'logitBias', 'verbosity']],
    [
      'o3',
      true,
      ['temperature', 'topP', 'presencePenalty', 'frequencyPenalty', 'logitBias', 'stop', 'verbosity'],
    ],
    ['gpt-5', true, ['temperature', 'topP', 'presencePenalty', 'frequencyPenalty', 'logitBias', 'stop']],
  ])('%s is not sent what it would refuse, and is sent what it takes', (id, reasons, names) => {
    expect(unsupportedBy(id, reasons)).toEqual(names);
  });
});

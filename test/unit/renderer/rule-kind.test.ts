import { describe, expect, it } from 'vitest';
import {
  defaultTranscriptRule,
  plainTranscriptRule,
  transcriptRule,
} from '../../../preload/contract/transcript-rule';
import {
  kindOfRule,
  partProblem,
  ruleParts,
  stopOfRule,
} from '../../../renderer/features/legacy-settings/rule-kind';

describe('a transcript rule', () => {
  it('is shown as what it is', () => {
    expect(kindOfRule(undefined)).toBe('dialogue');
    expect(kindOfRule({ ...defaultTranscriptRule })).toBe('dialogue');
    expect(kindOfRule({ ...plainTranscriptRule })).toBe('plain');
    expect(kindOfRule({ ...plainTranscriptRule, ending: '>' })).toBe('custom');
  });

  it('has no typed part that main would refuse', () => {
    for (const typed of ['', 'x', '{text}', '{text}{text}', `${'x'.repeat(1994)}{text}`, 'x'.repeat(2001)]) {
      for (const part of ruleParts) {
        const taken = transcriptRule.safeParse({ ...defaultTranscriptRule, [part]: typed }).success;
        expect([part, typed.length, partProblem(part, typed) === null]).toEqual([part, typed.length, taken]);
      }
    }
  });

  it.each([
    ['User: {text}\n\n', 'User:'],
    ['\n\nHuman: {text}', 'Human:'],
    ['### Instruction:\n{text}\n', '### Instruction:'],
    ['{text}\n', null],
    [' \n{text}', null],
  ])('%j is stopped at %j', (user, stop) => {
    expect(stopOfRule({ ...defaultTranscriptRule, user })).toBe(stop);
  });
});

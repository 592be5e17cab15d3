import { describe, expect, it } from 'vitest';
import { foldJournal } from '../../../main/backstage/history/journal';

describe('foldJournal', () => {
  it('appends pieces in order and counts what overlaps once', () => {
    const pieces = [
      { offset: 3, text: 'def' },
      { offset: 4, text: 'e' },
      { offset: 5, text: 'fgh' },
    ];
    expect(foldJournal('abc', pieces)).toBe('abcdefgh');
  });

  it('keeps what comes after a missing piece', () => {
    expect(foldJournal('ab', [{ offset: 9, text: 'z' }])).toBe('abz');
  });

  it('joins a surrogate pair that two pieces split', () => {
    expect(
      foldJournal('', [
        { offset: 0, text: '\ud83d' },
        { offset: 1, text: '\ude00' },
      ]),
    ).toBe('😀');
  });
});

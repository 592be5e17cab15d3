import { describe, expect, it } from 'vitest';
import type { Message } from '../../../preload/contract/history';
import { canContinue } from '../../../renderer/features/transcript/can-continue';
import { hasEnd, withMessage, withPath, withStretch } from '../../../renderer/stores/transcript';
import { entryOf, messageOf, shownPath, stretchOf } from './paths';

describe('the transcript on the page', () => {
  it('does not drop the messages a reader scrolled up to when a new answer comes', () => {
    expect(shownPath(withStretch(stretchOf('abcd', 0, 4), stretchOf('abcde', 2, 5)))).toBe('0 abcde 5');
    expect(shownPath(withStretch(stretchOf('abcd', 0, 4), stretchOf('abcdef', 4, 6)))).toBe('0 abcdef 6');
  });

  it('does not mix in messages of another branch', () => {
    expect(shownPath(withStretch(stretchOf('abcd', 0, 4), stretchOf('abxy', 3, 4)))).toBe('3 y 4');
    expect(shownPath(withStretch(stretchOf('abcd', 0, 4), stretchOf('abxy', 1, 3)))).toBe('0 abx 4');
    expect(shownPath(withStretch(stretchOf('abcd', 0, 4), stretchOf('vwxy', 0, 2)))).toBe('0 vw 4');
  });

  it('keeps nothing of another branch below what is read, though both are as long and meet there', () => {
    const before = stretchOf('abcdefgh', 0, 8);
    expect(shownPath(withPath(before, stretchOf('abcdeXYZ', 2, 4)))).toBe('0 abcd 8');
  });

  it('joins stretches in both directions, without a gap or a repetition', () => {
    const middle = stretchOf('abcdefgh', 3, 5);
    expect(shownPath(withStretch(middle, stretchOf('abcdefgh', 1, 3)))).toBe('1 bcde 8');
    expect(shownPath(withStretch(middle, stretchOf('abcdefgh', 4, 7)))).toBe('3 defg 8');
    expect(shownPath(withStretch(middle, stretchOf('abcdefgh', 6, 8)))).toBe('6 gh 8');
    expect(hasEnd(withStretch(middle, stretchOf('abcdefgh', 5, 8)))).toBe(true);
    expect(hasEnd(middle)).toBe(false);
  });

  it('does not grow without end while one scrolls through a long chat', () => {
    const path = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    let transcript = stretchOf(path, 2960, 3000);
    for (let from = 2920; from >= 0; from -= 40)
      transcript = withStretch(transcript, stretchOf(path, from, from + 40));
    expect([transcript.from, transcript.entries.length]).toEqual([0, 240]);
  });

  it('replaces an answer that is beside the path too', () => {
    const transcript = { entries: [entryOf('a', [messageOf('a'), messageOf('a2')])], from: 0, length: 1 };
    const after = withMessage(transcript, messageOf('a2', { status: 'failed' }));
    expect(after.entries[0]?.answers[1]?.status).toBe('failed');
    expect(after.entries[0]?.message.status).toBe('complete');
  });

  it('leaves the transcript alone when a message of another chat changes', () => {
    const transcript = stretchOf('a', 0, 1);
    expect(withMessage(transcript, messageOf('z'))).toBe(transcript);
  });
});

describe('Continue', () => {
  it('is offered for cut replies only', () => {
    const answer = { finishReason: 'length' } as Message['answer'];
    expect(canContinue(messageOf('a', { status: 'interrupted' }))).toBe(true);
    expect(canContinue(messageOf('a', { status: 'stopped' }))).toBe(true);
    expect(canContinue(messageOf('a', { status: 'failed', parts: [] }))).toBe(false);
    expect(canContinue(messageOf('a', { answer }))).toBe(true);
    expect(canContinue(messageOf('a'))).toBe(false);
    expect(canContinue(messageOf('a', { role: 'user', status: 'complete' }))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Message, TranscriptEntry } from '../../../preload/contract/history';
import { canContinue } from '../../../renderer/features/transcript/can-continue';
import {
  hasEnd,
  withEarlier,
  withLastPage,
  withLater,
  withMessage,
} from '../../../renderer/stores/transcript';

const message = (id: string, part: Partial<Message> = {}): Message => ({
  id,
  chatId: 'chat',
  parentId: null,
  role: 'assistant',
  status: 'complete',
  parts: [{ type: 'text', text: `text of ${id}` }],
  createdAt: 0,
  answer: null,
  ...part,
});
const entry = (id: string, answers: readonly Message[] = []): TranscriptEntry => ({
  message: message(id),
  siblingIds: [id],
  answers,
});
const ids = (transcript: { readonly entries: readonly TranscriptEntry[] }) =>
  transcript.entries.map(({ message: { id } }) => id);

describe('the transcript on the page', () => {
  it('does not drop the earlier messages a reader scrolled up to when a new answer comes', () => {
    const scrolledUp = { entries: ['a', 'b', 'c', 'd'].map((id) => entry(id)), before: 'a' };
    const after = withLastPage(scrolledUp, { entries: ['c', 'd', 'e'].map((id) => entry(id)), before: 'c' });
    expect(ids(after)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(after.before).toBe('a');
  });

  it('does not mix in messages of another branch', () => {
    const shown = { entries: ['a', 'b'].map((id) => entry(id)), before: 'a' };
    const other = withLastPage(shown, { entries: ['x', 'y'].map((id) => entry(id)), before: 'x' });
    expect(ids(other)).toEqual(['x', 'y']);
  });

  it('shows no message twice when two pages overlap', () => {
    const shown = { entries: [entry('b'), entry('c')], before: 'b' };
    expect(ids(withEarlier(shown, { entries: [entry('a'), entry('b')], before: null }))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('go on below a place in the middle without a gap or a repetition, and end where the path does', () => {
    const middle = { entries: [entry('a'), entry('b')], before: 'a', after: 'b' };
    const page = { entries: [entry('b'), entry('c')], before: 'b', after: 'c' };
    const later = withLater(middle, page);
    expect([ids(later), later.before, hasEnd(later)]).toEqual([['a', 'b', 'c'], 'a', false]);
    expect(hasEnd(withLater(later, { entries: [entry('d')], before: 'd', after: null }))).toBe(true);
    expect(withEarlier(later, { entries: [entry('z')], before: null }).after).toBe('c');
    expect(hasEnd(withLastPage(later, { entries: [entry('x')], before: 'x' }))).toBe(true);
  });

  it('replaces an answer that is beside the path too', () => {
    const shown = { entries: [entry('a', [message('a'), message('a2')])], before: null };
    const after = withMessage(shown, message('a2', { status: 'failed' }));
    expect(after.entries[0]?.answers[1]?.status).toBe('failed');
    expect(after.entries[0]?.message.status).toBe('complete');
  });

  it('leaves the transcript alone when a message of another chat changes', () => {
    const shown = { entries: [entry('a')], before: null };
    expect(withMessage(shown, message('z'))).toBe(shown);
  });
});

describe('Continue', () => {
  it('is offered for cut replies only', () => {
    const answer = { finishReason: 'length' } as Message['answer'];
    expect(canContinue(message('a', { status: 'interrupted' }))).toBe(true);
    expect(canContinue(message('a', { status: 'stopped' }))).toBe(true);
    expect(canContinue(message('a', { status: 'failed', parts: [] }))).toBe(false);
    expect(canContinue(message('a', { answer }))).toBe(true);
    expect(canContinue(message('a'))).toBe(false);
    expect(canContinue(message('a', { role: 'user', status: 'complete' }))).toBe(false);
  });
});

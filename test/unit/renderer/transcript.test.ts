import { describe, expect, it } from 'vitest';
import type { Message, TranscriptEntry } from '../../../preload/contract/history';
import { canContinue } from '../../../renderer/features/transcript/can-continue';
import { hasEnd, type Transcript, withMessage, withStretch } from '../../../renderer/stores/transcript';

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
const entry = (
  id: string,
  answers: readonly Message[] = [],
  parentId: string | null = null,
): TranscriptEntry => ({
  message: message(id, { parentId }),
  siblingIds: [id],
  answers,
});
/** The stretch of a path (a letter for each message) from one place to another. */
const stretch = (path: string, from: number, end: number): Transcript => ({
  entries: [...path].map((id, at) => entry(id, [], path[at - 1] ?? null)).slice(from, end),
  from,
  length: path.length,
});
const shown = ({ entries, from, length }: Transcript) =>
  `${from} ${entries.map(({ message: { id } }) => id).join('')} ${length}`;

describe('the transcript on the page', () => {
  it('does not drop the messages a reader scrolled up to when a new answer comes', () => {
    expect(shown(withStretch(stretch('abcd', 0, 4), stretch('abcde', 2, 5)))).toBe('0 abcde 5');
    expect(shown(withStretch(stretch('abcd', 0, 4), stretch('abcdef', 4, 6)))).toBe('0 abcdef 6');
  });

  it('does not mix in messages of another branch', () => {
    expect(shown(withStretch(stretch('abcd', 0, 4), stretch('abxy', 3, 4)))).toBe('3 y 4');
    expect(shown(withStretch(stretch('abcd', 0, 4), stretch('abxy', 1, 3)))).toBe('0 abx 4');
    expect(shown(withStretch(stretch('abcd', 0, 4), stretch('vwxy', 0, 2)))).toBe('0 vw 4');
  });

  it('joins stretches in both directions, without a gap or a repetition', () => {
    const middle = stretch('abcdefgh', 3, 5);
    expect(shown(withStretch(middle, stretch('abcdefgh', 1, 3)))).toBe('1 bcde 8');
    expect(shown(withStretch(middle, stretch('abcdefgh', 4, 7)))).toBe('3 defg 8');
    expect(shown(withStretch(middle, stretch('abcdefgh', 6, 8)))).toBe('6 gh 8');
    expect(hasEnd(withStretch(middle, stretch('abcdefgh', 5, 8)))).toBe(true);
    expect(hasEnd(middle)).toBe(false);
  });

  it('does not grow without end while one scrolls through a long chat', () => {
    const path = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    let transcript = stretch(path, 2960, 3000);
    for (let from = 2920; from >= 0; from -= 40)
      transcript = withStretch(transcript, stretch(path, from, from + 40));
    expect([transcript.from, transcript.entries.length]).toEqual([0, 240]);
  });

  it('replaces an answer that is beside the path too', () => {
    const transcript = { entries: [entry('a', [message('a'), message('a2')])], from: 0, length: 1 };
    const after = withMessage(transcript, message('a2', { status: 'failed' }));
    expect(after.entries[0]?.answers[1]?.status).toBe('failed');
    expect(after.entries[0]?.message.status).toBe('complete');
  });

  it('leaves the transcript alone when a message of another chat changes', () => {
    const transcript = stretch('a', 0, 1);
    expect(withMessage(transcript, message('z'))).toBe(transcript);
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

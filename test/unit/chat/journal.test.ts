import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JournalPiece } from '../../../main/backstage/protocol-answers';
import { Journal } from '../../../main/chat/journal';

const piece = (offset: number, text: string): JournalPiece => ({
  messageId: 'm',
  channel: 'text',
  offset,
  text,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** Writes by offset as backstage does: a piece written twice counts once. */
const databaseOf = (writes: readonly (readonly JournalPiece[])[]): string => {
  let text = '';
  for (const { offset, text: added } of writes.flat()) {
    expect(offset).toBeLessThanOrEqual(text.length);
    text = text.slice(0, offset) + added;
  }
  return text;
};

it('writes new text within 100 ms, joined into one piece', async () => {
  const writes: (readonly JournalPiece[])[] = [];
  const journal = new Journal(async (pieces) => void writes.push(pieces));
  journal.add(piece(0, 'a'));
  journal.add(piece(1, 'b'));
  await vi.advanceTimersByTimeAsync(100);
  expect(writes).toEqual([[piece(0, 'ab')]]);
});

it('keeps the channels of a message apart, also those of a write that failed', async () => {
  const writes: (readonly JournalPiece[])[] = [];
  let failures = 1;
  const journal = new Journal(async (pieces) => {
    failures -= 1;
    if (failures >= 0) throw new Error('backstage is away');
    writes.push(pieces);
  });
  const thought = (offset: number, text: string) => ({
    ...piece(offset, text),
    channel: 'reasoning' as const,
  });
  for (const one of [thought(0, 'hm'), piece(0, 'a'), thought(2, '!')]) journal.add(one);
  await vi.advanceTimersByTimeAsync(100);
  journal.add(piece(1, 'b'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(writes).toEqual([[thought(0, 'hm!'), piece(0, 'ab')]]);
});

it('loses no text and no order when writes fail for a while', async () => {
  const writes: (readonly JournalPiece[])[] = [];
  let failures = 5;
  const journal = new Journal(async (pieces) => {
    failures -= 1;
    if (failures >= 0) throw new Error('backstage is away');
    writes.push(pieces);
  });
  const text = 'abcdefghijklmnopqrstuvwxyz';
  for (const [offset, letter] of [...text].entries()) {
    journal.add(piece(offset, letter));
    await vi.advanceTimersByTimeAsync(150);
  }
  await vi.advanceTimersByTimeAsync(5000);
  expect(databaseOf(writes)).toBe(text);
});

it('has one write under way at a time, so that pieces arrive in order', async () => {
  let underWay = 0;
  let most = 0;
  const journal = new Journal(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 700));
    underWay -= 1;
  });
  for (let at = 0; at < 20; at += 1) {
    journal.add(piece(at, 'x'));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(most).toBe(1);
});

it('closed, waits for the write under way and makes none after it', async () => {
  const done: string[] = [];
  const journal = new Journal(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    done.push('write');
  });
  journal.add(piece(0, 'a'));
  await vi.advanceTimersByTimeAsync(250);
  journal.add(piece(1, 'b'));
  const closed = journal.close().then(() => done.push('closed'));
  await vi.advanceTimersByTimeAsync(5000);
  await closed;
  expect(done).toEqual(['write', 'closed']);
  expect(vi.getTimerCount()).toBe(0);
});

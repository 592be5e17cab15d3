import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeltaBatch } from '../../../main/chat/delta-batch';
import type { TurnDelta } from '../../../preload/contract/events';

let emitted: (readonly TurnDelta[])[];
let batch: DeltaBatch;
const delta = (messageId: string, offset: number, text: string): TurnDelta => ({
  chatId: 'c',
  messageId,
  channel: 'text',
  offset,
  text,
});

beforeEach(() => {
  vi.useFakeTimers();
  emitted = [];
  batch = new DeltaBatch((deltas) => emitted.push(deltas));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('does not keep the first token waiting for a frame', () => {
  batch.push(delta('m', 0, 'a'));
  expect(emitted).toEqual([[delta('m', 0, 'a')]]);
});

it('sends one event per frame however many tokens come', () => {
  for (let at = 0; at < 1000; at += 1) batch.push(delta('m', at, 'x'));
  vi.advanceTimersByTime(16);
  expect(emitted).toEqual([[delta('m', 0, 'x')], [delta('m', 1, 'x'.repeat(999))]]);
});

it('hands a burst on while it comes: no timer gets its turn before its end', () => {
  const clock = vi.spyOn(performance, 'now');
  for (let at = 0; at < 100; at += 1) {
    clock.mockReturnValue(at);
    batch.push(delta('m', at, 'x'));
  }
  // At 0, 16, 32, 48, 64, 80 and 96 milliseconds.
  expect(emitted.flat().map(({ text }) => text.length)).toEqual([1, 16, 16, 16, 16, 16, 16]);
  batch.flush();
  expect(
    emitted
      .flat()
      .map(({ text }) => text)
      .join(''),
  ).toBe('x'.repeat(100));
});

it('keeps the answers of one turn apart', () => {
  batch.push(delta('m', 0, '1'));
  batch.push(delta('n', 0, '2'));
  batch.push(delta('m', 1, '3'));
  vi.advanceTimersByTime(16);
  expect(emitted[1]).toEqual([delta('n', 0, '2'), delta('m', 1, '3')]);
});

it('keeps text, thoughts and the arguments of each call apart, and tells a call by its latest name', () => {
  const args = (at: number, offset: number, text: string, name = 'f'): TurnDelta => ({
    ...delta('m', offset, text),
    channel: 'arguments',
    call: { at, id: `c${at}`, name },
  });
  const thought: TurnDelta = { ...delta('m', 0, 'hm'), channel: 'reasoning' };
  batch.push(delta('m', 0, 'a'));
  for (const one of [thought, args(0, 0, '{', ''), args(1, 0, '['), args(0, 1, '}'), delta('m', 1, 'b')])
    batch.push(one);
  vi.advanceTimersByTime(16);
  expect(emitted[1]).toEqual([thought, args(0, 0, '{}'), args(1, 0, '['), delta('m', 1, 'b')]);
});

it('loses nothing at the end, and leaves no timer behind', () => {
  batch.push(delta('m', 0, 'a'));
  batch.push(delta('m', 1, 'b'));
  batch.flush();
  expect(emitted.flat().map(({ text }) => text)).toEqual(['a', 'b']);
  expect(vi.getTimerCount()).toBe(0);
});

it('sends no empty events while nothing comes', () => {
  batch.push(delta('m', 0, 'a'));
  vi.advanceTimersByTime(1000);
  expect(emitted).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

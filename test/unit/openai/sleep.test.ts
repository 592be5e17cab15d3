import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { orSlept } from '../../../main/openai/sleep';
import { createSignal } from '../../../main/storage/signal';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const waiting = () => {
  let answer: (text: string) => void = () => undefined;
  const awaited = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const woke = createSignal<null>();
  const outcome = orSlept(awaited, 'host', (listener) => woke.on(() => listener())).catch(
    ({ code }: { readonly code: string }) => code,
  );
  return { answer, wake: () => woke.emit(null), outcome };
};

describe('waiting for a server over a sleep of the computer', () => {
  it('ends soon after it wakes up when nothing comes', async () => {
    const { wake, outcome } = waiting();
    wake();
    await vi.advanceTimersByTimeAsync(8000);
    expect(await outcome).toBe('api.slept');
  });

  it('goes on when something comes in time, and without a sleep for as long as it takes', async () => {
    const late = waiting();
    late.wake();
    await vi.advanceTimersByTimeAsync(7999);
    late.answer('here');
    expect(await late.outcome).toBe('here');
    const long = waiting();
    await vi.advanceTimersByTimeAsync(600_000);
    long.answer('at last');
    expect(await long.outcome).toBe('at last');
  });

  it('counts anew from another sleep', async () => {
    const { wake, answer, outcome } = waiting();
    wake();
    await vi.advanceTimersByTimeAsync(7000);
    wake();
    await vi.advanceTimersByTimeAsync(7000);
    answer('still here');
    expect(await outcome).toBe('still here');
  });

  it('leaves no timer behind', async () => {
    const { wake, answer, outcome } = waiting();
    wake();
    answer('x');
    await outcome;
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let betweenKeys: (job: () => void) => void;
let endTyping: () => void;
let noteKey: (afterFrame: (job: () => void) => void) => void;

// Each test begins as a page does: no key was pressed, and nothing was done yet.
beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.resetModules();
  ({ betweenKeys, endTyping, noteKey } = await import('../../../renderer/stores/between-keys'));
});

afterEach(() => {
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
});

/** Presses a key. Answers with what tells that its frame was painted, and lets the task after it run. */
const press = (): (() => void) => {
  let painted = () => {};
  noteKey((job) => {
    painted = job;
  });
  return () => {
    painted();
    vi.advanceTimersByTime(0);
  };
};

describe('what the page does by itself, between keys', () => {
  it('is done at once while nobody types', () => {
    const job = vi.fn();
    betweenKeys(job);
    expect(job).toHaveBeenCalledTimes(1);
    press()();
    vi.advanceTimersByTime(301);
    betweenKeys(job);
    expect(job).toHaveBeenCalledTimes(2);
  });

  it('waits for the frame of a key, and is then done once, however often it was asked for', () => {
    const job = vi.fn();
    const painted = press();
    betweenKeys(job);
    betweenKeys(job);
    expect(job).not.toHaveBeenCalled();
    painted();
    expect(job).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('leaves what else waits for that frame its turn first', () => {
    const job = vi.fn();
    let painted = () => {};
    noteKey((then) => {
      painted = then;
    });
    betweenKeys(job);
    painted();
    expect(job).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('leaves some keys a page that rests: it is done after a key once a sixth of a second has gone by', () => {
    const times: number[] = [];
    const job = () => times.push(Date.now() - 1_000_000);
    for (let at = 0; at < 700; at += 50) {
      const painted = press();
      betweenKeys(job);
      painted();
      vi.advanceTimersByTime(50);
    }
    expect(times).toEqual([0, 200, 400, 600]);
  });

  it('is never later than a quarter of a second, also where no frame is made', () => {
    const job = vi.fn();
    press();
    vi.advanceTimersByTime(50);
    betweenKeys(job);
    vi.advanceTimersByTime(239);
    expect(job).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('is done at once as soon as what was typed is sent: the first of a reply must not wait for the Enter that asked for it', () => {
    const job = vi.fn();
    press();
    endTyping();
    betweenKeys(job);
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('may ask for more while it is done', () => {
    const jobs: string[] = [];
    const painted = press();
    betweenKeys(() => {
      jobs.push('first');
      betweenKeys(() => jobs.push('second'));
    });
    painted();
    expect(jobs).toEqual(['first']);
    vi.advanceTimersByTime(240);
    expect(jobs).toEqual(['first', 'second']);
  });
});

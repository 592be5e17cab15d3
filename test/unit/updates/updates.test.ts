import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type UpdateSource, Updates, type UpdatesDeps } from '../../../main/updates/updates';
import type { UpdateState } from '../../../preload/contract/updates';

const found = { version: '2.0.0', notes: '- new' };

/** Updates whose far side does what a test says, and all that happened to them. */
const make = (differs: Partial<UpdatesDeps> & Partial<UpdateSource> = {}) => {
  const states: UpdateState[] = [];
  const done: string[] = [];
  const updates = new Updates({
    way: 'itself',
    page: 'https://example.com',
    openSource: async () => ({
      check: differs.check ?? (async () => found),
      download:
        differs.download ??
        (async (onPercent) => {
          for (const percent of [0.2, 50.1, 50.9, 100]) onPercent(percent);
        }),
    }),
    isQuietCheckOn: () => true,
    takesBeta: () => false,
    pause: async () => undefined,
    makeSnapshot: async () => void done.push('snapshot'),
    install: async (version) => void done.push(`install ${version}`),
    onChange: (state) => states.push(state),
    log: () => undefined,
    ...differs,
  });
  return { updates, states, done };
};

/** What never answers, until a signal ends it. */
const silent = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('closed'))));

const fail = (code: string) => async () => {
  throw Object.assign(new Error('far side'), { code });
};

describe('updates', () => {
  test('go on only when the person wants: found, downloaded, installed', async () => {
    const { updates, states, done } = make();
    expect((await updates.check({ quiet: true })).step).toEqual({ kind: 'found', found });
    expect((await updates.download()).step).toEqual({ kind: 'ready', found });
    expect(states.flatMap(({ step }) => ('percent' in step ? [step.percent] : []))).toEqual([0, 50, 100]);
    expect(done).toEqual([]);
    await updates.install();
    expect(done).toEqual(['snapshot', 'install 2.0.0']);
  });

  test('are not installed without a snapshot, and can be tried again', async () => {
    const { updates, done } = make({ makeSnapshot: fail('history.diskFull') });
    await updates.check({ quiet: false });
    await updates.download();
    expect(await updates.install()).toMatchObject({ step: { kind: 'ready' }, problem: 'noSnapshot' });
    expect(done).toEqual([]);
  });

  test('that the system refuses are still there, and it is said', async () => {
    const { updates } = make({ install: fail('EACCES') });
    await updates.check({ quiet: false });
    await updates.download();
    expect(await updates.install()).toMatchObject({ step: { kind: 'ready' }, problem: 'notInstalled' });
  });

  test.each([
    ['ERR_CHECKSUM_MISMATCH', 'damaged'],
    ['ERR_UPDATER_INVALID_SIGNATURE', 'damaged'],
    ['ENOSPC', 'diskFull'],
    ['ERR_HTTP', 'unreachable'],
  ])('that fail with %s can be downloaded again, and it is said why', async (code, problem) => {
    const { updates } = make({ download: fail(code) });
    await updates.check({ quiet: false });
    expect(await updates.download()).toMatchObject({ step: { kind: 'found' }, problem });
    // What is tried again has no problem yet.
    expect((await updates.check({ quiet: false })).problem).toBeNull();
  });

  test('that macOS does not take, because the app bears no signature, are not called a bad connection', async () => {
    const refuse = async () => {
      throw new Error('Could not get code signature for running application');
    };
    const { updates } = make({ download: refuse });
    await updates.check({ quiet: false });
    expect((await updates.download()).problem).toBe('notInstalled');
  });

  test('say nothing when nobody answers a quiet question, and say it when the person asked', async () => {
    const { updates } = make({ openSource: fail('ENOTFOUND') });
    expect(await updates.check({ quiet: true })).toMatchObject({ step: { kind: 'none' }, problem: null });
    expect(await updates.check({ quiet: false })).toMatchObject({ problem: 'unreachable' });
  });

  test('that a quiet question finds gone do not take away what was found before', async () => {
    let asked = 0;
    const { updates } = make({
      openSource: async () => ({
        check: async () => {
          asked += 1;
          if (asked > 1) throw new Error('gone');
          return found;
        },
        download: async () => undefined,
      }),
    });
    await updates.check({ quiet: false });
    expect((await updates.check({ quiet: true })).step.kind).toBe('found');
  });

  test('are asked for once at a time, and not while one is being brought in', async () => {
    let asked = 0;
    const { updates } = make({
      openSource: async () => {
        asked += 1;
        return { check: async () => found, download: async () => undefined };
      },
    });
    await Promise.all([updates.check({ quiet: false }), updates.check({ quiet: false })]);
    expect(asked).toBe(1);
    await updates.download();
    await updates.check({ quiet: false });
    expect(updates.state.step.kind).toBe('ready');
  });

  test('of a copy that never looks ask nobody', async () => {
    const { updates } = make({ way: 'never', openSource: fail('asked') });
    expect(await updates.check({ quiet: false })).toMatchObject({ step: { kind: 'none' }, problem: null });
  });

  test('of a copy that is updated by hand are found, never downloaded', async () => {
    const { updates } = make({ way: 'byHand' });
    await updates.check({ quiet: false });
    expect((await updates.download()).step.kind).toBe('found');
  });
});

describe('a far side that says nothing more', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('does not leave the app asking for ever: it can be asked again', async () => {
    const { updates } = make({ check: (_, signal) => silent(signal) });
    const asked = updates.check({ quiet: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asked).toMatchObject({ step: { kind: 'none' }, problem: 'unreachable' });
  });

  test('ends a download, but a slow one that goes on is waited for', async () => {
    const { updates } = make({
      download: async (onPercent, signal) => {
        setTimeout(() => onPercent(1), 59_000);
        await silent(signal);
      },
    });
    await updates.check({ quiet: false });
    const done = updates.download();
    await vi.advanceTimersByTimeAsync(118_000);
    expect(updates.state.step.kind).toBe('downloading');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await done).toMatchObject({ step: { kind: 'found' }, problem: 'unreachable' });
  });

  test('is no problem when the person has ended the download', async () => {
    const { updates } = make({ download: (_, signal) => silent(signal) });
    await updates.check({ quiet: false });
    const done = updates.download();
    await vi.advanceTimersByTimeAsync(0);
    await updates.cancel();
    expect(await done).toMatchObject({ step: { kind: 'found', found }, problem: null });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('quiet questions', () => {
  /** Follows through this many pauses, and tells how long each was and how many questions were asked. */
  const follow = async (pauses: number, isQuietCheckOn: () => boolean) => {
    const waited: number[] = [];
    let asked = 0;
    const { updates } = make({
      isQuietCheckOn,
      check: async () => {
        asked += 1;
        return null;
      },
      pause: async (ms) => {
        waited.push(ms);
        if (waited.length > pauses) updates.stop();
      },
    });
    await updates.follow();
    return { waited, asked };
  };

  test('come half a minute after the start and then twice a day', async () => {
    const day = 24 * 60 * 60 * 1000;
    expect(await follow(2, () => true)).toEqual({ waited: [30_000, day / 2, day / 2], asked: 2 });
  });

  test('are not asked while they are switched off, and again when they are on', async () => {
    expect((await follow(3, () => false)).asked).toBe(0);
    const switched = [false, false, true];
    expect((await follow(3, () => switched.shift() === true)).asked).toBe(1);
  });
});

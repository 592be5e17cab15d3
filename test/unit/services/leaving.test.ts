import { describe, expect, it, vi } from 'vitest';
import { RefusedDrafts } from '../../../main/chat/refused-drafts';
import type { History } from '../../../main/history/history';
import { Leaving, type LeavingChoice, type UnsavedCounts } from '../../../main/services/leaving';
import type { Message } from '../../../preload/contract/history';
import { Failure } from '../../../preload/contract/result';
import type { HistoryState } from '../../../preload/contract/snapshot';

const FULL: HistoryState = { kind: 'readOnly', reason: 'diskFull' };
const reply = { chatId: 'c', parts: [{ type: 'text', text: 'all of it' }] } as unknown as Message;

/** A history that takes nothing until `hasRoom`, a reply that only memory has, and a person who chooses in turn. */
const setUp = (
  choices: readonly LeavingChoice[],
  places: readonly (string | null)[] = [],
  first: HistoryState = FULL,
) => {
  let hasRoom = false;
  let state = first;
  let copies = 0;
  const asked: { counts: UnsavedCounts; copyFailed: boolean }[] = [];
  const written = new Map<string, string>();
  const drafts = new RefusedDrafts();
  const history = {
    get state() {
      return state;
    },
    tryToWrite: async () => {
      if (hasRoom) state = { kind: 'open' };
      else if (state.kind === 'starting') await new Promise(() => undefined);
    },
    call: (async () => {
      throw new Failure('history.unavailable', 'gone');
    }) as History['call'],
  };
  const leaving = new Leaving({
    history,
    turns: {
      liveMessageIds: () => (hasRoom ? [] : ['m']),
      interruptAll: async () => undefined,
      unsavedMessages: () => [reply],
    },
    drafts,
    ask: async (counts, copyFailed) => {
      asked.push({ counts, copyFailed });
      return choices[asked.length - 1] ?? 'stay';
    },
    pickPlace: async () => places[copies++] ?? null,
    write: async (file, bytes) => {
      if (file === 'full') throw new Failure('transfer.notWritten', 'full');
      written.set(file, Buffer.from(bytes).toString());
    },
  });
  const free = () => {
    hasRoom = true;
  };
  const refuse = (text: string | null) =>
    drafts
      .save({ chatId: null, text }, async () => {
        if (!hasRoom) throw new Failure('history.diskFull', 'full');
        written.set('draft', text ?? '');
        return null;
      })
      .catch(() => undefined);
  const note = (text: string) =>
    drafts.note({ chatId: null, text }, async () => {
      written.set('draft', `stored\n\n${text}`);
      return null;
    });
  return { leaving, asked, written, free, refuse, note };
};

describe('quitting on a full disk', () => {
  it('asks only while something would be lost', async () => {
    const { leaving, asked, free } = setUp([]);
    expect(leaving.wouldLose).toBe(true);
    free();
    expect(await leaving.mayQuit()).toBe(true);
    expect(leaving.wouldLose).toBe(false);
    expect(asked).toEqual([]);
  });

  it('writes what was typed itself where there is room by now: the page is about to go', async () => {
    const { leaving, written, free, refuse } = setUp([]);
    await refuse('typed');
    free();
    expect(await leaving.mayQuit()).toBe(true);
    expect(written.get('draft')).toBe('typed');
  });

  it('writes what came as the window went, and asks nobody any more', async () => {
    const { leaving, asked, written, free, refuse } = setUp([]);
    await refuse('typed in the last moment');
    await leaving.saveRefused();
    expect(written.size).toBe(0);
    free();
    await leaving.saveRefused();
    expect(written.get('draft')).toBe('typed in the last moment');
    expect(asked).toEqual([]);
  });

  it.each([
    ['stay', false],
    ['quit', true],
  ] as const)('does as the person says: %s', async (choice, quits) => {
    const { leaving, asked, refuse } = setUp([choice]);
    await refuse('typed');
    await refuse('typed more');
    expect(await leaving.mayQuit()).toBe(quits);
    expect(asked).toEqual([{ counts: { replies: 1, drafts: 1, isDiskFull: true }, copyFailed: false }]);
  });

  it('counts no emptied box', async () => {
    const { leaving, asked, refuse } = setUp(['stay']);
    await refuse(' \n');
    await leaving.mayQuit();
    expect(asked[0]?.counts).toEqual({ replies: 1, drafts: 0, isDiskFull: true });
  });

  it('asks again where no copy came about, and quits only once one is written', async () => {
    const { leaving, asked, written, refuse } = setUp(['copy', 'copy', 'copy'], ['full', null, 'elsewhere']);
    await refuse('typed');
    expect(await leaving.mayQuit()).toBe(true);
    expect(asked.map(({ copyFailed }) => copyFailed)).toEqual([false, true, false]);
    expect([...written]).toEqual([['elsewhere', 'all of it\n\n---\n\ntyped\n']]);
  });
});

describe('quitting while the history is locked', () => {
  const LOCKED: HistoryState = { kind: 'locked' };

  it('asks for what was typed, and not because of a reply, which waits for nothing', async () => {
    const { leaving, asked, note } = setUp(['stay'], [], LOCKED);
    expect(leaving.wouldLose).toBe(false);
    note('typed');
    expect(leaving.wouldLose).toBe(true);
    expect(await leaving.mayQuit()).toBe(false);
    expect(asked).toEqual([{ counts: { replies: 1, drafts: 1, isDiskFull: false }, copyFailed: false }]);
    note('');
    expect(leaving.wouldLose).toBe(false);
  });

  it('puts it below the draft that is stored where the history was opened meanwhile', async () => {
    const { leaving, asked, written, free, note } = setUp([], [], LOCKED);
    note('typed');
    free();
    expect(await leaving.mayQuit()).toBe(true);
    expect(asked).toEqual([]);
    expect(written.get('draft')).toBe('stored\n\ntyped');
  });

  it('asks after a while where the history is being opened and does not open', async () => {
    vi.useFakeTimers();
    const { leaving, asked, note } = setUp(['quit'], [], { kind: 'starting' });
    note('typed');
    const decided = leaving.mayQuit();
    await vi.runAllTimersAsync();
    expect(await decided).toBe(true);
    expect(asked).toHaveLength(1);
    vi.useRealTimers();
  });
});

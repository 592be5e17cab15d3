import { describe, expect, it } from 'vitest';
import { progressBar } from '../../../main/native/progress';
import { Unread } from '../../../main/native/unread';

const follow = () => {
  const seen = new Set<string>();
  const told: (readonly string[])[] = [];
  const unread = new Unread({ isSeen: (id) => seen.has(id), onChange: (ids) => told.push(ids) });
  return { seen, told, unread };
};

describe('unread replies', () => {
  it('are counted by chat, once, unless somebody looks', () => {
    const { seen, told, unread } = follow();
    seen.add('b');
    for (const chatId of ['a', 'b', 'a', 'c']) unread.note(chatId);
    expect(told).toEqual([['a'], ['a', 'c']]);
  });

  it('are read when somebody looks, and gone with their chat', () => {
    const { seen, told, unread } = follow();
    for (const chatId of ['a', 'b', 'c']) unread.note(chatId);
    seen.add('b');
    unread.look();
    unread.forget(['a', 'x']);
    // What changes nothing is not told.
    unread.look();
    unread.forget(['x']);
    expect(told.slice(3)).toEqual([['a', 'c'], ['c']]);
    expect(unread.chatIds).toEqual(['c']);
  });
});

describe('the bar in the task bar', () => {
  const progress = { doneBytes: 30, totalBytes: 120, chats: 1, messages: 2 };

  it('shows how far an export is, that it goes on, and nothing', () => {
    expect(progressBar({ kind: 'exporting', name: 'x', progress })).toBe(0.25);
    expect(progressBar({ kind: 'exporting', name: 'x', progress: { ...progress, totalBytes: 0 } })).toBe(2);
    expect(progressBar({ kind: 'exporting', name: 'x', progress: { ...progress, doneBytes: 500 } })).toBe(1);
    expect(progressBar({ kind: 'idle' })).toBe(-1);
  });
});

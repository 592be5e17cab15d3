import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { progressBar } from '../../../main/native/progress';
import { Unread } from '../../../main/native/unread';
import { UnreadFile } from '../../../main/native/unread-file';
import { namesIn, tempProfile } from '../../support/temp-profile';

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

describe('unread replies of the last run', () => {
  it('are brought back beside those of this one, but for what somebody looks at already', () => {
    const { seen, told, unread } = follow();
    unread.note('a');
    seen.add('c');
    unread.bringBack(['a', 'b', 'c']);
    unread.bringBack([]);
    expect(told).toEqual([['a'], ['a', 'b']]);
  });

  it('are found in the file that the last run left, and a broken one is set aside', async () => {
    const folder = await tempProfile();
    const file = new UnreadFile(folder);
    expect(await file.load()).toEqual([]);
    const id = '0190a000-0000-7000-8000-000000000000';
    file.save([]);
    file.save([id]);
    await file.settled();
    expect(await new UnreadFile(folder).load()).toEqual([id]);
    await writeFile(join(folder, 'unread.json'), '{"chatIds":[7]}');
    expect(await new UnreadFile(folder).load()).toEqual([]);
    expect((await namesIn(folder)).some((name) => name.startsWith('unread.json.broken-'))).toBe(true);
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

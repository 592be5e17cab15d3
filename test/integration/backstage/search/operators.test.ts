import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import { KEY, openDriver } from '../support';
import { add, found } from './support';

const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

describe('operators', () => {
  it('answers every operator, alone and together, and its exclusion', async () => {
    let now = noon(2024, 2, 29);
    const { driver } = await openDriver(() => now);
    const turn = await driver.exchange(null, 'Write a loop', '```js\nfor (;;);\n```');
    const chatId = turn.opened.chat.id;
    now = noon(2025, 7, 1);
    await add(driver, chatId, 'A system of loops', 'assistant');
    now = noon(2026, 1, 31);
    const other = await add(driver, null, 'Garden tips');
    const all = ['Garden tips', 'A system of loops', 'for (;;);', 'Write a loop'];
    const cases: Readonly<Record<string, readonly string[]>> = {
      'role:user': ['Garden tips', 'Write a loop'],
      '-role:user': ['A system of loops', 'for (;;);'],
      'model:gpt-4o': ['for (;;);'],
      'model:4o-mini': ['for (;;);'],
      'model:pt-4o': [],
      'has:code': ['for (;;);'],
      '-has:code role:assistant': ['A system of loops'],
      'has:image': [],
      'before:2024-02-29': [],
      'before:2024-03': ['for (;;);', 'Write a loop'],
      'after:2025': ['Garden tips', 'A system of loops'],
      'after:2024-03 before:2026': ['A system of loops'],
      '-after:2025': ['for (;;);', 'Write a loop'],
      'in:garden': ['Garden tips'],
      '-in:garden': all.slice(1),
      'in:current loops': ['A system of loops'],
      'in:"write a loop" role:user': ['Write a loop'],
      'in:nothing': [],
      'is:archived': [],
      '-is:archived': all,
      'is:pinned': [],
      'role:nobody': [],
      '-role:nobody ': all,
      'model:': [],
    };
    const got: Record<string, readonly string[]> = {};
    for (const query of Object.keys(cases)) got[query] = await found(driver, query, chatId);
    expect(got).toEqual(cases);
    expect(await found(driver, 'in:current', other)).toEqual(['Garden tips']);
    expect(await found(driver, 'in:current', null)).toEqual([]);
  });

  it('knows pinned and archived chats, and pinned messages', async () => {
    const { driver, file } = await openDriver();
    const first = await add(driver, null, 'Plain ibis');
    const pinned = await add(driver, null, 'Pinned ibis');
    const archived = await add(driver, null, 'Archived ibis');
    await driver.call('chat.pin', { chatId: pinned, isPinned: true });
    await driver.call('chat.archive', { chatId: archived, isArchived: true });
    expect(await found(driver, 'ibis is:pinned')).toEqual(['Pinned ibis']);
    expect(await found(driver, 'is:archived')).toEqual(['Archived ibis']);
    expect(await found(driver, '-is:archived -is:pinned')).toEqual(['Plain ibis']);
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 9 });
    expect(chats.map(({ id, isPinned = false }) => [id, isPinned])).toEqual([
      [pinned, true],
      [first, false],
    ]);
    await driver.call('history.close', null);
    const database = new Database(file, KEY);
    database.write((writer) => writer.script(`INSERT INTO pins SELECT min(seq) FROM messages`));
    database.close();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    expect(await found(driver, 'is:pinned')).toEqual(['Pinned ibis', 'Plain ibis']);
    await driver.call('chat.archive', { chatId: archived, isArchived: false });
    await driver.call('chat.pin', { chatId: pinned, isPinned: false });
    expect(await found(driver, 'is:archived')).toEqual([]);
    expect(await found(driver, 'is:pinned')).toEqual(['Plain ibis']);
  });

  it('keeps to local days at both edges of a day, east and west of UTC', async () => {
    const zone = process.env.TZ;
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    for (const local of ['Asia/Shanghai', 'America/New_York']) {
      process.env.TZ = local;
      let now = new Date(2026, 4, 10, 0, 0, 0).getTime() - 1;
      const { driver } = await openDriver(() => now);
      const chatId = await add(driver, null, 'day before');
      now += 1;
      await add(driver, chatId, 'first minute');
      now = new Date(2026, 4, 11).getTime() - 1;
      await add(driver, chatId, 'last minute');
      now += 1;
      await add(driver, chatId, 'next day');
      const day = 'after:2026-05-10 before:2026-05-11';
      expect([local, ...(await found(driver, day))]).toEqual([local, 'last minute', 'first minute']);
      expect(await found(driver, 'before:2026-05-10')).toEqual(['day before']);
      expect(await found(driver, 'after:2026-05-11')).toEqual(['next day']);
    }
  });
});

import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { superfluous } from '../../../main/backstage/snapshots/rotation';
import type { HistorySnapshot, SnapshotReason } from '../../../preload/contract/history-snapshots';
import { DAY_MS } from '../../../preload/contract/trash';
import { Driver, first, KEY, OTHER_KEY, openDriver, textsOf } from '../backstage/support';

const NOON = Date.UTC(2026, 10, 22, 12);

const namesIn = (file: string) => readdirSync(path.join(path.dirname(file), 'snapshots')).toSorted();

describe('snapshots', () => {
  it('are made while the history is open, hold no clear text, and open with its key alone', async () => {
    const { driver, file } = await openDriver(() => NOON);
    await driver.exchange(null, 'Xylophon-Geheimnis', 'x');
    await driver.call('snapshot.make', { reason: 'manual' });
    const name = 'history-2026-11-22T12-00-00-000Z-manual.db';
    expect(namesIn(file)).toEqual([name]);
    expect(readFileSync(path.join(path.dirname(file), 'snapshots', name)).includes('Xylophon')).toBe(false);
    const [own] = await driver.call('snapshot.list', { file, keyHex: KEY });
    expect(own).toMatchObject({ name, madeAt: NOON, reason: 'manual', opens: true });
    const [other] = await driver.call('snapshot.list', { file, keyHex: OTHER_KEY });
    expect(other?.opens).toBe(false);
  });

  it('bring back one chat: whole where it is gone, out of the Trash, and with its path where it was changed', async () => {
    let now = NOON;
    const { driver, file } = await openDriver(() => now);
    const open = async (chatId: string) =>
      textsOf((await driver.call('chat.open', { chatId, limit: 9 })).transcript.entries);
    const ids: string[] = [];
    for (const text of ['gone', 'trashed', 'changed'])
      ids.push((await driver.exchange(null, text, 'answer')).opened.chat.id);
    const [gone = '', trashed = '', changed = ''] = ids;
    await driver.call('snapshot.make', { reason: 'daily' });
    const { name } = first(await driver.call('snapshot.list', { file, keyHex: KEY }));
    now += DAY_MS;
    await driver.call('chat.delete', { chatId: gone });
    await driver.call('chat.delete', { chatId: trashed });
    await driver.call('trash.remove', { chatIds: [gone] });
    await driver.exchange(changed, 'later', 'more');
    const { chats } = await driver.call('snapshot.chats', { name, cursor: null, limit: 9 });
    expect(chats.map(({ title, now: state }) => [title, state])).toEqual(
      expect.arrayContaining([
        ['gone', 'gone'],
        ['trashed', 'inTrash'],
        ['changed', 'here'],
      ]),
    );
    for (const chatId of ids) {
      await driver.call('snapshot.restoreChat', { name, chatId });
      await driver.call('snapshot.restoreChat', { name, chatId });
    }
    expect(await open(gone)).toEqual(['gone', 'answer']);
    expect(await open(trashed)).toEqual(['trashed', 'answer']);
    expect(await open(changed)).toEqual(['changed', 'answer']);
    const [, answer] = (await driver.call('chat.open', { chatId: changed, limit: 9 })).transcript.entries;
    const below = await driver.call('chat.selectBranch', {
      chatId: changed,
      messageId: answer?.message.id ?? '',
      limit: 9,
    });
    expect(textsOf(below.transcript.entries)).toEqual(['changed', 'answer', 'later', 'more']);
  });

  it('bring back everything, and what was there before is a snapshot itself', async () => {
    let now = NOON;
    const { driver, file } = await openDriver(() => now);
    await driver.exchange(null, 'before', 'x');
    await driver.call('snapshot.make', { reason: 'manual' });
    now += 1000;
    await driver.exchange(null, 'after', 'x');
    const place = { file, keyHex: KEY };
    const { name } = first(await driver.call('snapshot.list', place));
    await driver.call('snapshot.restoreAll', { ...place, name, isSound: true });
    const titles = async () => {
      await driver.call('history.open', { ...place, liveMessageIds: [] });
      const { chats } = await driver.call('chat.page', { cursor: null, limit: 9 });
      return chats.map(({ title }) => title);
    };
    expect(await titles()).toEqual(['before']);
    const [newest] = await driver.call('snapshot.list', place);
    expect(newest?.reason).toBe('restore');
    await driver.call('snapshot.restoreAll', { ...place, name: newest?.name ?? '', isSound: true });
    expect((await titles()).toSorted()).toEqual(['after', 'before']);
  });

  it('that are damaged replace nothing', async () => {
    const { driver, file } = await openDriver(() => NOON);
    for (let at = 0; at < 20; at += 1) await driver.exchange(null, `q${at} ${'long '.repeat(300)}`, 'x');
    await driver.call('snapshot.make', { reason: 'manual' });
    const place = { file, keyHex: KEY };
    const { name } = first(await driver.call('snapshot.list', place));
    const snapshot = path.join(path.dirname(file), 'snapshots', name);
    const handle = openSync(snapshot, 'r+');
    for (let at = 8192; at < statSync(snapshot).size; at += 4096)
      writeSync(handle, Buffer.alloc(64, 7), 0, 64, at);
    closeSync(handle);
    const error = await driver.error('snapshot.restoreAll', { ...place, name, isSound: true });
    expect(error.code).toBe('history.damaged');
    expect((await driver.call('chat.page', { cursor: null, limit: 60 })).chats).toHaveLength(20);
    expect(readdirSync(path.dirname(file)).filter((each) => each.includes('next'))).toEqual([]);
  });

  it('of a history with a broken text, which SQLite copies without a word, count for nothing and cost no sound one', async () => {
    let now = NOON;
    const { driver, file } = await openDriver(() => now);
    await driver.exchange(null, 'q', 'heron '.repeat(5000));
    await driver.call('snapshot.make', { reason: 'manual' });
    await driver.call('history.close', null);
    const database = new Database(file, KEY);
    const broken = "UPDATE param_sets SET params = CAST(x'5b2280ff225d' AS TEXT)";
    database.write((writer) => writer.run(broken));
    database.close();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    for (let day = 1; day < 9; day += 1) {
      now += DAY_MS;
      expect((await driver.error('snapshot.make', { reason: 'manual' })).code).toBe('history.damaged');
    }
    const [only, ...others] = namesIn(file);
    expect(others).toEqual([]);
    expect(only).toMatch(/-manual\.db$/);
  });

  it('that do not open are left, and take no place of those that do', async () => {
    let now = NOON;
    const { driver, file } = await openDriver(() => now);
    await driver.exchange(null, 'q', 'a');
    const folder = path.join(path.dirname(file), 'snapshots');
    await driver.call('snapshot.make', { reason: 'manual' });
    const [sound = ''] = namesIn(file);
    for (let at = 1; at < 8; at += 1)
      writeFileSync(path.join(folder, `history-2090-01-0${at}T00-00-00-000Z-manual.db`), 'x'.repeat(9000));
    now += DAY_MS;
    await driver.call('snapshot.make', { reason: 'manual' });
    expect(namesIn(file)).toHaveLength(9);
    expect(namesIn(file)).toContain(sound);
  });

  it('never take a name that leads elsewhere for a snapshot', async () => {
    const { driver, file } = await openDriver(() => NOON);
    writeFileSync(path.join(path.dirname(file), 'other.db'), 'x');
    await driver.call('snapshot.make', { reason: 'manual' });
    writeFileSync(path.join(path.dirname(file), 'snapshots', 'notes.txt'), 'x');
    expect(await driver.call('snapshot.list', { file, keyHex: KEY })).toHaveLength(1);
    expect((await driver.error('snapshot.chats', { name: '../other.db', cursor: null, limit: 1 })).code).toBe(
      'history.notFound',
    );
  });

  it('made before an update of the app hold what was there', async () => {
    const { driver, file } = await openDriver(() => NOON);
    await driver.exchange(null, 'q', 'a');
    await driver.call('history.close', null);
    await new Driver().call('history.open', { file, keyHex: KEY, liveMessageIds: [], isUpdate: true });
    expect(namesIn(file)).toEqual([expect.stringMatching(/-update\.db$/)]);
  });
});

describe('rotation', () => {
  const snapshot = (reason: SnapshotReason, day: number, size = 1000): Omit<HistorySnapshot, 'opens'> => ({
    name: `${reason}${day}`,
    madeAt: day * DAY_MS,
    size,
    reason,
  });
  const names = (snapshots: readonly Omit<HistorySnapshot, 'opens'>[]) =>
    superfluous(snapshots).map(({ name }) => name);

  it('keeps a week of days, and every other kind beside it', () => {
    const daily = Array.from({ length: 9 }, (_, day) => snapshot('daily', day));
    // Weeks begin on day 0, 7, 14 …: day 1 is the last that is left of its week.
    expect(names([...daily, snapshot('migration', 1), snapshot('manual', 0)])).toEqual(['daily0']);
  });

  it('keeps the last of each of four weeks before, day after day', () => {
    let kept: readonly Omit<HistorySnapshot, 'opens'>[] = [];
    for (let day = 0; day < 70; day += 1) {
      const all = [...kept, snapshot('daily', day)];
      const gone = new Set(names(all));
      kept = all.filter(({ name }) => !gone.has(name));
    }
    expect(kept.map(({ name }) => name)).toEqual(
      [41, 48, 55, 62, 63, 64, 65, 66, 67, 68, 69].map((day) => `daily${day}`),
    );
  });

  it('takes at most so much room, but always keeps the newest of each kind', () => {
    const GB = 2 ** 30;
    const daily = Array.from({ length: 7 }, (_, day) => snapshot('daily', day + 1, GB));
    expect(names([...daily, snapshot('manual', 0, GB)])).toEqual(['daily2', 'daily1']);
  });
});

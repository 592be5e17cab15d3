import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import type { SqlValue } from '../../../main/backstage/database/sql-value';
import type { Failure } from '../../../preload/contract/result';
import { KEY, openDriver, temporaryFolder } from './support';

const database = (): Database => {
  const opened = new Database(path.join(temporaryFolder(), 'plain.db'), KEY);
  onTestFinished(() => opened.close());
  opened.write((writer) => writer.script('CREATE TABLE things (seq INTEGER PRIMARY KEY, value)'));
  return opened;
};

describe('the database wrapper', () => {
  it('binds every value alone without aborting the process, and hands it back', () => {
    const things = database();
    const values: readonly SqlValue[] = [
      true,
      false,
      new Date(5),
      undefined,
      null,
      new Uint8Array([0, 255]),
      2 ** 40,
      'é😀',
    ];
    const read = values.map((value) => things.first('SELECT ? AS value', [value])?.value);
    expect(read.slice(0, 5)).toEqual([1, 0, 5, null, null]);
    expect([...new Uint8Array(read[5] as ArrayBuffer)]).toEqual([0, 255]);
    expect(read.slice(6)).toEqual([2 ** 40, 'é😀']);
  });

  it('refuses what libsql would abort on, cut or turn into NULL', () => {
    const things = database();
    for (const value of [new Map(), {}, Symbol('x'), () => 1, 10n, Number.NaN, 'a\0b'] as unknown[]) {
      expect(() => things.all('SELECT ?', [value as SqlValue])).toThrow(TypeError);
    }
  });

  it('hands out rows with their columns only', () => {
    expect(database().first('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('rolls back everything of a write that throws', () => {
    const things = database();
    const attempt = () =>
      things.write((writer) => {
        writer.run('INSERT INTO things (value) VALUES (?)', [1]);
        throw new Error('no');
      });
    expect(attempt).toThrow('no');
    expect(things.all('SELECT * FROM things')).toEqual([]);
    expect(things.write((writer) => writer.run('INSERT INTO things (value) VALUES (?)', [2]))).toBe(1);
  });

  it('says diskFull when the disk is full, loses nothing and goes on when there is room again', () => {
    const things = database();
    const add = (length: number) => () =>
      things.write((writer) => writer.run('INSERT INTO things (value) VALUES (?)', ['x'.repeat(length)]));
    add(10)();
    things.all('PRAGMA max_page_count = 4');
    expect(add(100_000)).toThrow(expect.objectContaining({ code: 'history.diskFull' }) as Failure);
    things.all('PRAGMA max_page_count = 100000');
    add(100_000)();
    expect(things.all('SELECT length(value) AS length FROM things')).toEqual([
      { length: 10 },
      { length: 100_000 },
    ]);
  });

  it('tells a failure by its code alone, never by a value', () => {
    const things = database();
    const secret = 'sk-secret-value';
    things.write((writer) => writer.script('CREATE TABLE strict (value INTEGER CHECK (value > 0)) STRICT'));
    try {
      things.write((writer) => writer.run('INSERT INTO strict VALUES (?)', [secret]));
      expect.unreachable();
    } catch (thrown) {
      expect(String(thrown)).not.toContain(secret);
    }
  });

  it('runs with a log that survives a power cut, links checked, and no temporary file in clear', () => {
    const { database: opened } = openHistory(path.join(temporaryFolder(), 'history.db'), KEY);
    onTestFinished(() => opened.close());
    const setting = (name: string) => Object.values(opened.first(`PRAGMA ${name}`) ?? {})[0];
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'temp_store'];
    expect(names.map(setting)).toEqual(['wal', 2, 1, 2]);
  });

  it('closes with nothing left in the log', async () => {
    const { driver, file } = await openDriver();
    await driver.exchange(null, 'q', 'a');
    await driver.call('history.close', null);
    expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const alone = openHistory(file, KEY).database;
    expect(alone.first('SELECT count(*) AS count FROM messages')).toEqual({ count: 2 });
    alone.close();
  });
});

describe('the schema', () => {
  it('refuses to change a message that has ended, to move one, or to hang one in another chat', async () => {
    const { driver, file } = await openDriver();
    await driver.exchange(null, 'one', 'x');
    await driver.begin({ kind: 'send', chatId: null, text: 'two' });
    await driver.call('history.close', null);
    const { database: tree } = openHistory(file, KEY);
    onTestFinished(() => tree.close());
    const change = (sql: string) => () => tree.write((writer) => writer.run(sql));
    expect(change(`UPDATE messages SET parts = '[]' WHERE seq = 1`)).toThrow('only a streaming message');
    expect(change(`UPDATE messages SET status = 'streaming' WHERE seq = 4`)).toThrow(
      'only a streaming message',
    );
    expect(change("UPDATE messages SET parent_seq = 1, status = 'stopped' WHERE seq = 4")).toThrow(
      'keeps its place',
    );
    const hang = (parent: number) =>
      `INSERT INTO messages (id, chat_seq, parent_seq, depth, role, status, created_at, parts)
        VALUES ('new${parent}', 2, ${parent}, 1, 'user', 'complete', 1, '[]')`;
    expect(change(hang(1))).toThrow('FOREIGN KEY');
    expect(change(hang(3))).not.toThrow();
    expect(change('UPDATE chats SET leaf_seq = 1 WHERE seq = 2')).toThrow('FOREIGN KEY');
    expect(change(`UPDATE chats SET options = 'no json' WHERE seq = 2`)).toThrow('CHECK');
  });

  it('holds no journal of a reply that has ended', async () => {
    const { driver, file } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const messageId = turn.answers[0]?.id ?? '';
    await driver.call('turn.journal', { pieces: [{ messageId, channel: 'text', offset: 0, text: 'piece' }] });
    await driver.finish(messageId, 'piece');
    await driver.call('history.close', null);
    const { database: tree } = openHistory(file, KEY);
    onTestFinished(() => tree.close());
    expect(tree.all('SELECT * FROM journal')).toEqual([]);
  });

  it('keeps the same settings once, however many answers were made with them', async () => {
    const { driver, file } = await openDriver();
    const options = { model: 'm', params: { systemPrompt: 'long', n: 8 } };
    await driver.begin({ kind: 'send', chatId: null, text: 'q' }, { options });
    await driver.begin({ kind: 'send', chatId: null, text: 'q' }, { options });
    await driver.call('history.close', null);
    const { database: tree } = openHistory(file, KEY);
    onTestFinished(() => tree.close());
    expect(tree.first('SELECT count(*) AS count FROM param_sets')).toEqual({ count: 1 });
  });
});

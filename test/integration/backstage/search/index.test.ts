import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import { openHistory } from '../../../../main/backstage/database/open-history';
import { integer, text } from '../../../../main/backstage/database/row';
import { insertChat, moveLeaf } from '../../../../main/backstage/history/chats';
import { saveDraft } from '../../../../main/backstage/history/drafts';
import { insertMessage } from '../../../../main/backstage/history/write-message';
import { migrations } from '../../../../main/backstage/migrations/migrations';
import { indexQueued, isIndexing } from '../../../../main/backstage/search/index-queue';
import { Indexer } from '../../../../main/backstage/search/indexer';
import { bundleForNode } from '../bundle';
import { Driver, KEY, OPTIONS, openDriver, temporaryFolder } from '../support';

const COUNT = 1500;

/** A history from before there was an index, as the version before it wrote it. */
const unindexedHistory = (): string => {
  const file = path.join(temporaryFolder(), 'history.db');
  const { database } = openHistory(file, KEY, migrations.slice(0, 6));
  database.write((writer) => {
    const chatSeq = insertChat(writer, { id: '0190-chat', title: 'Old chat', createdAt: 1 }, OPTIONS);
    let parentSeq: number | null = null;
    for (let depth = 0; depth < COUNT; depth += 1) {
      const parts = [{ type: 'text' as const, text: `heron number${depth}` }];
      const message = {
        id: `0190-${depth}`,
        role: 'user',
        status: 'complete',
        createdAt: depth,
        answer: null,
        parts,
      } as const;
      parentSeq = insertMessage(writer, { chatSeq, parentSeq, depth }, message);
    }
    moveLeaf(writer, chatSeq, parentSeq, 1);
  });
  database.close();
  return file;
};

/** A history with its index at work, whose background does nothing: an import runs. */
const openBusy = (): Database => {
  const { database } = openHistory(unindexedHistory(), KEY);
  const indexer = new Indexer(database, () => true);
  indexer.start();
  onTestFinished(() => {
    indexer.stop();
    database.close();
  });
  return database;
};

const queueLength = (database: Database): number =>
  integer(database.first('SELECT count(*) AS count FROM message_search_queue') ?? {}, 'count');

const open = async (file: string): Promise<Driver> => {
  const driver = new Driver();
  await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
  onTestFinished(() => driver.call('history.close', null).then(() => undefined));
  return driver;
};

const find = (driver: Driver, query: string) =>
  driver.call('search.messages', { query, order: 'newest', chatId: null, cursor: null });

const whenIndexed = (driver: Driver) =>
  expect.poll(async () => (await find(driver, 'heron')).isIndexing, { timeout: 20_000 }).toBe(false);

const expectWhole = (file: string): void => {
  const database = new Database(file, KEY);
  onTestFinished(() => database.close());
  expect(isIndexing(database)).toBe(false);
  const all = `SELECT count(*) AS count FROM message_search WHERE message_search MATCH 'heron'`;
  expect(integer(database.first(all) ?? {}, 'count')).toBe(COUNT);
  for (const depth of [0, 1, 700, COUNT - 1]) {
    const rows = database.all('SELECT rowid FROM message_search WHERE message_search MATCH ?', [
      `number${depth}`,
    ]);
    expect({ depth, count: rows.length }).toEqual({ depth, count: 1 });
  }
  expect(text(database.first('PRAGMA integrity_check') ?? {}, 'integrity_check')).toBe('ok');
};

describe('the index', () => {
  it('takes in an older history in the background, newest first, while it is used', async () => {
    const driver = await open(unindexedHistory());
    const begun = await find(driver, `number${COUNT - 1} `);
    expect(begun.isIndexing).toBe(true);
    await expect.poll(async () => (await find(driver, `number${COUNT - 1} `)).hits.length).toBe(1);
    await driver.exchange(null, 'written meanwhile', 'and answered');
    expect((await find(driver, 'meanwhile ')).hits).toHaveLength(1);
    await whenIndexed(driver);
    expect((await find(driver, 'number0 ')).hits).toHaveLength(1);
    expect((await find(driver, 'in:old number7 ')).hits).toHaveLength(1);
  });

  it('goes on where it stopped when the app is closed in between', async () => {
    const file = unindexedHistory();
    const driver = new Driver();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    await expect.poll(async () => (await find(driver, 'heron ')).hits.length).toBeGreaterThan(0);
    await driver.call('history.close', null);
    const again = await open(file);
    await whenIndexed(again);
    await again.call('history.close', null);
    expectWhole(file);
  });

  it('loses nothing and keeps nothing twice when it is killed in the middle, again and again', async () => {
    const file = unindexedHistory();
    const program = await bundleForNode('test/integration/backstage/index-writer.ts');
    for (let round = 0; round < 6; round += 1) {
      const child = spawn(process.execPath, [program, file, KEY], { stdio: ['ignore', 'pipe', 'inherit'] });
      // Each round is killed a little further on.
      await new Promise<void>((resolve) => {
        let lines = 0;
        child.stdout.on('data', (data: Buffer) => {
          lines += data.toString().split('\n').length - 1;
          if (lines > round) child.kill('SIGKILL');
        });
        child.once('exit', () => resolve());
      });
    }
    const driver = await open(file);
    await whenIndexed(driver);
    await driver.call('history.close', null);
    expectWhole(file);
  }, 600_000);

  it('is filled by whatever writes messages and titles, and forgets what is deleted', async () => {
    const { driver, file } = await openDriver();
    await driver.exchange(null, 'a heron', 'another heron');
    await driver.call('history.close', null);
    const { database } = openHistory(file, KEY);
    onTestFinished(() => database.close());
    const count = () =>
      database.all(`SELECT rowid FROM message_search WHERE message_search MATCH 'heron'`).length;
    expect(count()).toBe(2);
    database.write((writer) => {
      writer.run('UPDATE chats SET leaf_seq = NULL, title = ?', ['A stork']);
      writer.run('DELETE FROM messages WHERE parent_seq IS NOT NULL');
    });
    expect(count()).toBe(1);
    database.write((writer) => indexQueued(writer, 10));
    expect(database.all(`SELECT rowid FROM chat_search WHERE chat_search MATCH 'heron'`)).toHaveLength(0);
    expect(database.all(`SELECT rowid FROM chat_search WHERE chat_search MATCH 'stork'`)).toHaveLength(1);
  });

  it('leaves what waits to the background when a draft is saved, and has a message that is written found at once', () => {
    const database = openBusy();
    const before = queueLength(database);
    database.write((writer) =>
      saveDraft(writer, null, { text: 'typed', options: null, attachments: [], role: 'user' }),
    );
    expect(queueLength(database)).toBe(before);
    database.write((writer) => {
      const chatSeq = insertChat(writer, { id: '0190-new', title: 'New chat', createdAt: 2 }, OPTIONS);
      const parts = [{ type: 'text' as const, text: 'walrus' }];
      const message = {
        id: '0190-walrus',
        role: 'user',
        status: 'complete',
        createdAt: 2,
        answer: null,
        parts,
      } as const;
      insertMessage(writer, { chatSeq, parentSeq: null, depth: 0 }, message);
    });
    expect(queueLength(database)).toBe(before);
    const all = `SELECT count(*) AS count FROM message_search WHERE message_search MATCH 'walrus'`;
    expect(integer(database.first(all) ?? {}, 'count')).toBe(1);
  });
});

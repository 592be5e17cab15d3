import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import { integer } from '../../../main/backstage/database/row';
import { ImportRun } from '../../../main/backstage/import/import-run';
import { branchedConversation, gptConversation, gptText } from '../../support/foreign-exports';
import { KEY, openDriver, temporaryFolder } from '../backstage/support';
import { fileOf, importFiles } from './support';

const CHATS = 600;
const MESSAGES = 5;

const manyChats = (): string =>
  fileOf(
    'conversations.json',
    Array.from({ length: CHATS }, (_, index) => branchedConversation(`k${index}`)),
  );

/** Chats that have not all of their messages, or none. */
const halfChats = (database: Database): number =>
  integer(
    database.first(
      `SELECT count(*) AS count FROM chats c
        WHERE (SELECT count(*) FROM messages m WHERE m.chat_seq = c.seq) <> ${MESSAGES} OR c.leaf_seq IS NULL`,
    ) ?? {},
    'count',
  );

const chatCount = (database: Database): number =>
  integer(database.first('SELECT count(*) AS count FROM chats') ?? {}, 'count');

describe('an import that is broken off', () => {
  it('keeps what was whole when it is cancelled, and says so', async () => {
    const { driver, file } = await openDriver();
    await driver.call('transfer.import', { paths: [manyChats()] });
    let step = await driver.call('transfer.poll', { waitMs: 1 });
    while (step.imported === null && step.progress.chats < 20)
      step = await driver.call('transfer.poll', { waitMs: 1 });
    await driver.call('transfer.cancel', null);
    while (step.imported === null) step = await driver.call('transfer.poll', { waitMs: 1 });
    expect(step.imported).toMatchObject({ end: 'cancelled', error: null });
    const taken = step.imported.taken.newChats;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(CHATS);
    await driver.call('history.close', null);
    const database = new Database(file, KEY);
    expect([chatCount(database), halfChats(database)]).toEqual([taken, 0]);
    database.close();
  });

  it('lets messages be sent while it runs, and runs alone', async () => {
    const { driver } = await openDriver();
    await driver.call('transfer.import', { paths: [manyChats()] });
    expect((await driver.error('transfer.import', { paths: [manyChats()] })).code).toBe('transfer.busy');
    await driver.exchange(null, 'Meanwhile', 'Here');
    const { imported } = await driver.call('transfer.poll', { waitMs: 0 });
    expect(imported).toBeNull();
    await driver.call('transfer.cancel', null);
  });

  it('keeps what fitted when the disk is full, and says that it is', async () => {
    const file = path.join(temporaryFolder(), 'history.db');
    const { database } = openHistory(file, KEY);
    // As SQLite sees it, the disk has room for so many pages of 4 KB more.
    const pages = integer(database.first('PRAGMA page_count') ?? {}, 'page_count');
    database.all(`PRAGMA max_page_count = ${pages + 100}`);
    const run = new ImportRun({ database, clock: Date.now }, [manyChats()]);
    const report = await run.run();
    expect(report).toMatchObject({ end: 'failed', error: { code: 'history.diskFull' } });
    expect(report.taken.newChats).toBeGreaterThan(0);
    expect([chatCount(database), halfChats(database)]).toEqual([report.taken.newChats, 0]);
    database.close();
  });

  it('ends when the history is closed under it', async () => {
    const { driver, file } = await openDriver();
    await driver.call('transfer.import', { paths: [manyChats()] });
    await driver.call('transfer.poll', { waitMs: 20 });
    await driver.call('history.close', null);
    let step = await driver.call('transfer.poll', { waitMs: 5 });
    while (step.imported === null) step = await driver.call('transfer.poll', { waitMs: 5 });
    expect(step.imported.end).toBe('cancelled');
    const database = new Database(file, KEY);
    expect(halfChats(database)).toBe(0);
    database.close();
  });
});

describe('a chat that goes deep', () => {
  it('is taken whole at 20,000 messages in one line', async () => {
    const { driver } = await openDriver();
    const messages = Array.from({ length: 20_000 }, (_, index) => ({
      id: `m${index}`,
      parent: index === 0 ? null : `m${index - 1}`,
      role: index % 2 === 0 ? 'user' : 'assistant',
      content: gptText(`Line ${index}`),
    }));
    const report = await importFiles(driver, fileOf('deep.json', [gptConversation('deep', messages)]));
    expect(report.taken.messages).toBe(20_000);
  }, 60_000);
});

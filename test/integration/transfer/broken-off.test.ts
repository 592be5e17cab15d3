import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import { integer, text } from '../../../main/backstage/database/row';
import { ImportRun } from '../../../main/backstage/import/import-run';
import { branchedConversation, gptConversation, gptText } from '../../support/foreign-exports';
import { bundleForNode } from '../backstage/bundle';
import { Driver, KEY, openDriver, temporaryFolder } from '../backstage/support';
import { fileOf, importFiles } from './support';

const ROUNDS = 12;
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

const importUntilKilled = async (program: string, file: string, source: string, afterChats: number) => {
  const child = spawn(process.execPath, [program, file, KEY, source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal)),
  );
  for await (const line of createInterface({ input: child.stdout }))
    if (Number(line) >= afterChats) child.kill('SIGKILL');
  return exited;
};

describe('an import that is broken off', () => {
  it(`leaves no half of a chat when it is killed, ${ROUNDS} times, and then ends as if nothing had been`, async () => {
    const program = await bundleForNode('test/integration/transfer/import-writer.ts');
    const source = manyChats();
    const file = path.join(temporaryFolder(), 'history.db');
    const counts: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await importUntilKilled(program, file, source, 1 + round * 37)).toBe('SIGKILL');
      const database = new Database(file, KEY);
      expect(halfChats(database)).toBe(0);
      counts.push(chatCount(database));
      database.close();
    }
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    const driver = new Driver();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    expect(await importFiles(driver, source)).toMatchObject({ end: 'complete', error: null });
    await driver.call('history.close', null);
    const database = new Database(file, KEY);
    expect(chatCount(database)).toBe(CHATS);
    expect(halfChats(database)).toBe(0);
    expect(text(database.first('PRAGMA integrity_check') ?? {}, 'integrity_check')).toBe('ok');
    database.close();
  }, 120_000);

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

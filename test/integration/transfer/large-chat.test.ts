import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { integer, text } from '../../../main/backstage/database/row';
import { gptConversation, gptText } from '../../support/foreign-exports';
import { killAtRandom, momentsAround } from '../../support/kill-at-random';
import { randomFrom } from '../../support/seeded-random';
import { bundleForNode } from '../backstage/bundle';
import { Driver, first, KEY, openDriver, temporaryFolder } from '../backstage/support';
import { fileOf, importFiles, linesOf, titles } from './support';

const MESSAGES = 4000;
const KILLS = 8;
/** So often, where none was in the middle yet. */
const MOST_KILLS = 5 * KILLS;

/** An export of one chat, so large that it is written in slices. */
const largeChat = (count = MESSAGES): string => {
  const messages = Array.from({ length: count }, (_, at) => ({
    id: `m${at}`,
    parent: at === 0 ? null : `m${at - 1}`,
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: gptText(`whale number ${at}`),
    time: 1_700_000_000 + at,
  }));
  return fileOf('conversations.json', [gptConversation('large', messages)]);
};

/** What a new connection finds in a history's file. */
const onDisk = (file: string) => {
  const database = new Database(file, KEY);
  database.refuseWrites();
  const count = (sql: string): number => integer(database.first(sql) ?? {}, 'count');
  const found = {
    messages: count('SELECT count(*) AS count FROM messages'),
    shown: count('SELECT count(*) AS count FROM chats WHERE trashed_at IS NULL'),
    chats: count('SELECT count(*) AS count FROM chats'),
  };
  database.close();
  return found;
};

const open = async (file: string): Promise<Driver> => {
  const driver = new Driver();
  await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
  return driver;
};

/** Begins an import and lets others go on until a part of it is written. */
const halfImported = async (driver: Driver, file: string, source: string): Promise<void> => {
  const before = onDisk(file).messages;
  await driver.call('transfer.import', { paths: [source] });
  for (let { messages } = onDisk(file); messages === before; { messages } = onDisk(file)) await nextTurn();
};

/** How many messages the path of the only chat has. */
const lengthShown = async (driver: Driver): Promise<number> => {
  const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
  const { transcript } = await driver.call('chat.open', { chatId: first(chats).id, limit: 1 });
  return transcript.length;
};

describe('a chat that is too large to be written in one go', () => {
  it('is seen by nobody until it is whole, while others read and write', async () => {
    const { driver, file } = await openDriver();
    const source = largeChat();
    await halfImported(driver, file, source);
    const seen = new Set<number>();
    for (let isRunning = true; isRunning; ) {
      await driver.call('draft.save', { chatId: null, text: `typed ${seen.size}`, options: null });
      const { messages, shown } = onDisk(file);
      seen.add(messages);
      expect(await titles(driver)).toEqual(shown === 0 ? [] : ['Chat large']);
      expect(shown === 0 || messages === MESSAGES).toBe(true);
      const { imported } = await driver.call('transfer.poll', { waitMs: 0 });
      isRunning = imported === null;
    }
    // Half written before others came, and between what they did.
    expect(seen.size).toBeGreaterThan(3);
    expect(onDisk(file)).toEqual({ messages: MESSAGES, shown: 1, chats: 1 });
    expect(await importFiles(driver, source)).toMatchObject({
      end: 'complete',
      skipped: [{ reason: 'alreadyHere', count: 1 }],
    });
  });

  it('grows by what is new of it, and is read on there', async () => {
    const { driver } = await openDriver();
    await importFiles(driver, largeChat(300));
    const report = await importFiles(driver, largeChat(302));
    expect(report).toMatchObject({ taken: { newChats: 0, grownChats: 1, messages: 2 }, skipped: [] });
    const lines = await linesOf(driver, 'Chat large');
    expect(lines).toHaveLength(302);
    expect(lines.at(-1)).toBe('assistant: whale number 301');
  });

  it('leaves nothing when it is cancelled in the middle', async () => {
    const { driver, file } = await openDriver();
    await halfImported(driver, file, largeChat());
    await driver.call('transfer.cancel', null);
    const { imported } = await driver.call('transfer.poll', { waitMs: 20_000 });
    expect(imported).toMatchObject({ end: 'cancelled', error: null, taken: { newChats: 0, messages: 0 } });
    expect(onDisk(file)).toEqual({ messages: 0, shown: 0, chats: 0 });
  });

  it('is imported anew at once after a cancelled or closed import, and after it was deleted for good', async () => {
    const { driver, file } = await openDriver();
    const source = largeChat();
    await halfImported(driver, file, source);
    await driver.call('history.close', null);
    expect(onDisk(file)).toMatchObject({ shown: 0, chats: 1 });
    const again = await open(file);
    expect(await importFiles(again, source)).toMatchObject({ taken: { newChats: 1, messages: MESSAGES } });
    const { chats } = await again.call('chat.page', { cursor: null, limit: 1 });
    for (const { id } of chats) await again.call('chat.delete', { chatId: id });
    await again.call('trash.remove', { chatIds: null });
    expect(await importFiles(again, source)).toMatchObject({ taken: { newChats: 1, messages: MESSAGES } });
    expect(onDisk(file)).toEqual({ messages: MESSAGES, shown: 1, chats: 1 });
  });

  it(`is whole or not there after each of ${KILLS} kills, and whole when it is imported again`, async () => {
    const program = await bundleForNode('test/integration/transfer/carrier.ts');
    const source = largeChat();
    const moments = momentsAround(300, randomFrom(3));
    let met = 0;
    for (let round = 0; round < KILLS || (met === 0 && round < MOST_KILLS); round += 1) {
      const file = path.join(temporaryFolder(), 'history.db');
      const args = [file, KEY, 'transfer.import', JSON.stringify({ paths: [source] })];
      await killAtRandom(program, args, { ms: moments.next() });
      const { messages, shown } = onDisk(file);
      moments.tell(messages === 0 ? 'nothing' : shown === 0 ? 'part' : 'all');
      if (messages > 0 && shown === 0) met += 1;
      const driver = await open(file);
      expect(await titles(driver)).toEqual(shown === 0 ? [] : ['Chat large']);
      expect(await importFiles(driver, source)).toMatchObject({ end: 'complete', error: null });
      expect(onDisk(file)).toEqual({ messages: MESSAGES, shown: 1, chats: 1 });
      await driver.call('history.close', null);
    }
    // Where none was met in the middle, nothing was tested.
    expect(met).toBeGreaterThan(0);
  }, 600_000);
});

const FORMER = 300;

/** A history with the beginning of the chat, and an import of all of it begun. */
const halfGrown = async () => {
  const { driver, file } = await openDriver();
  await importFiles(driver, largeChat(FORMER));
  const source = largeChat();
  await halfImported(driver, file, source);
  return { driver, file, source };
};

describe('a chat that grows by very much', () => {
  it('stays as it is until all that is new is there, while others read and write', async () => {
    const { driver, file } = await halfGrown();
    const seen = new Set<number>();
    for (let isRunning = true; isRunning; ) {
      await driver.call('draft.save', { chatId: null, text: `typed ${seen.size}`, options: null });
      const { messages } = onDisk(file);
      seen.add(messages);
      const length = await lengthShown(driver);
      expect(length === FORMER || (length === MESSAGES && messages === MESSAGES)).toBe(true);
      const { imported } = await driver.call('transfer.poll', { waitMs: 0 });
      isRunning = imported === null;
    }
    expect(seen.size).toBeGreaterThan(3);
    expect(await lengthShown(driver)).toBe(MESSAGES);
  });

  it('is as it was when the import is cancelled, or the chat goes into the Trash meanwhile', async () => {
    const { driver, file, source } = await halfGrown();
    await driver.call('transfer.cancel', null);
    const { imported } = await driver.call('transfer.poll', { waitMs: 20_000 });
    expect(imported).toMatchObject({ end: 'cancelled', error: null, taken: { grownChats: 0, messages: 0 } });
    expect(onDisk(file)).toEqual({ messages: FORMER, shown: 1, chats: 1 });

    await halfImported(driver, file, source);
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    await driver.call('chat.delete', { chatId: first(chats).id });
    const { imported: other } = await driver.call('transfer.poll', { waitMs: 20_000 });
    expect(other).toMatchObject({ end: 'complete', skipped: [{ reason: 'inTrash', count: 1 }] });
    await driver.call('chat.restore', { chatId: first(chats).id });
    expect(onDisk(file)).toEqual({ messages: FORMER, shown: 1, chats: 1 });
    expect(await lengthShown(driver)).toBe(FORMER);
  });

  it('keeps of a given up import what somebody has gone on from meanwhile', async () => {
    const { driver, file } = await halfGrown();
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    const chatId = first(chats).id;
    const database = new Database(file, KEY);
    const row = database.first('SELECT id, depth FROM messages ORDER BY seq DESC LIMIT 1');
    database.close();
    const messageId = text(row ?? {}, 'id');
    await driver.call('branch.from', { chatId, messageId, limit: 1 });
    await driver.exchange(chatId, 'my own', 'and an answer');
    await driver.call('transfer.cancel', null);
    await driver.call('transfer.poll', { waitMs: 20_000 });
    const lines = await linesOf(driver, 'Chat large');
    expect(lines.slice(-2)).toEqual(['user: my own', 'assistant: and an answer']);
    expect(lines).toHaveLength(integer(row ?? {}, 'depth') + 3);
  });

  it(`is as it was or whole after each of ${KILLS} kills, and whole when it is imported again`, async () => {
    const program = await bundleForNode('test/integration/transfer/carrier.ts');
    const source = largeChat();
    const moments = momentsAround(300, randomFrom(5));
    let met = 0;
    for (let round = 0; round < KILLS || (met === 0 && round < MOST_KILLS); round += 1) {
      const { driver, file } = await openDriver();
      await importFiles(driver, largeChat(FORMER));
      await driver.call('history.close', null);
      const args = [file, KEY, 'transfer.import', JSON.stringify({ paths: [source] })];
      await killAtRandom(program, args, { ms: moments.next() });
      const { messages } = onDisk(file);
      moments.tell(messages === FORMER ? 'nothing' : messages === MESSAGES ? 'all' : 'part');
      const again = await open(file);
      const length = await lengthShown(again);
      expect(length === FORMER || (length === MESSAGES && messages === MESSAGES)).toBe(true);
      if (messages > FORMER && length === FORMER) met += 1;
      await expect.poll(() => onDisk(file).messages, { timeout: 20_000 }).toBe(length);
      expect(await importFiles(again, source)).toMatchObject({ end: 'complete', error: null });
      expect(await lengthShown(again)).toBe(MESSAGES);
      expect(onDisk(file)).toEqual({ messages: MESSAGES, shown: 1, chats: 1 });
      await again.call('history.close', null);
    }
    expect(met).toBeGreaterThan(0);
  }, 600_000);
});

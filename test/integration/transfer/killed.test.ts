import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openSource } from '../../../main/backstage/import/import-source';
import { readChunks } from '../../../main/backstage/import/read-values';
import type { MirrorState } from '../../../preload/contract/mirror';
import { branchedConversation } from '../../support/foreign-exports';
import { killAtRandom, momentsAround } from '../../support/kill-at-random';
import { randomFrom } from '../../support/seeded-random';
import { bundleForNode } from '../backstage/bundle';
import { Driver, KEY, openDriver, temporaryFolder } from '../backstage/support';
import { exportAll, fileOf, importFiles } from './support';

const CHATS = 1500;
const IMPORT_ROUNDS = 100;
const OTHER_ROUNDS = 20;
const LANES = 2;

const carrier = (): Promise<string> => bundleForNode('test/integration/transfer/carrier.ts');

const manyChats = (count: number): string =>
  fileOf(
    'conversations.json',
    Array.from({ length: count }, (_, index) => branchedConversation(`k${index}`)),
  );

const open = async (file: string): Promise<Driver> => {
  const driver = new Driver();
  await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
  return driver;
};

/** A history into which so many chats were imported, at rest. */
const importedHistory = async (count: number): Promise<string> => {
  const { driver, file } = await openDriver();
  await importFiles(driver, manyChats(count));
  await driver.call('history.close', null);
  return file;
};

/** Everything an import writes, by names that stay: the numbers of rows are their own. */
const contentOf = (file: string): ReadonlyMap<unknown, readonly unknown[]> => {
  const database = new Database(file, KEY);
  const rows = database.all(
    `SELECT c.id AS chat, c.title, c.created_at, c.updated_at, c.options, leaf.id AS leaf,
        m.id, p.id AS parent, m.depth, m.role, m.status, m.created_at AS at, m.answer, m.parts
      FROM chats c LEFT JOIN messages leaf ON leaf.seq = c.leaf_seq
        LEFT JOIN messages m ON m.chat_seq = c.seq LEFT JOIN messages p ON p.seq = m.parent_seq
      ORDER BY c.id, m.id`,
  );
  const isSound = database.first('PRAGMA quick_check');
  database.close();
  expect(Object.values(isSound ?? {})).toEqual(['ok']);
  const chats = new Map<unknown, unknown[]>();
  for (const row of rows) chats.set(row.chat, [...(chats.get(row.chat) ?? []), row]);
  return chats;
};

/** Kills imports into one history after the other; answers with how many of them it met between two chats. */
const importLane = async (
  program: string,
  source: string,
  whole: ReturnType<typeof contentOf>,
  seed: number,
) => {
  const moments = momentsAround(60, randomFrom(seed));
  let file = path.join(temporaryFolder(), 'history.db');
  let met = 0;
  for (let round = 0; round < IMPORT_ROUNDS / LANES; round += 1) {
    const ms = moments.next();
    await killAtRandom(program, [file, KEY, 'transfer.import', JSON.stringify({ paths: [source] })], { ms });
    const content = contentOf(file);
    for (const [chat, rows] of content) expect(rows, `seed ${seed}, round ${round}`).toEqual(whole.get(chat));
    moments.tell(content.size === 0 ? 'nothing' : content.size < CHATS ? 'part' : 'all');
    if (content.size > 0 && content.size < CHATS) met += 1;
    if (content.size < CHATS) continue;
    file = path.join(temporaryFolder(), 'history.db');
  }
  const driver = await open(file);
  expect(await importFiles(driver, source)).toMatchObject({ end: 'complete', error: null });
  await driver.call('history.close', null);
  expect(contentOf(file)).toEqual(whole);
  return met;
};

const chatFiles = (folder: string): readonly string[] => {
  const chats = path.join(folder, 'chats');
  return existsSync(chats) ? readdirSync(chats).sort() : [];
};

const expectWhole = (folder: string, expected: string): void => {
  for (const name of chatFiles(folder).filter((each) => !each.endsWith('.partial')))
    expect(readFileSync(path.join(folder, 'chats', name))).toEqual(
      readFileSync(path.join(expected, 'chats', name)),
    );
};

/** Mirrors a history into a folder until nothing waits. */
const mirrorTo = async (file: string, folder: string): Promise<void> => {
  const driver = await open(file);
  let state: MirrorState = await driver.call('mirror.choose', { folder });
  while (state.kind === 'on' && (state.waiting > 0 || state.problem !== null))
    state = await driver.call('mirror.next', { known: state, waitMs: 20_000 });
  await driver.call('history.close', null);
};

describe('kill -9', () => {
  it(`at ${IMPORT_ROUNDS} random moments of imports: every chat is whole or absent, and the end is as if nothing had been`, async () => {
    const program = await carrier();
    const source = manyChats(CHATS);
    const whole = contentOf(await importedHistory(CHATS));
    const lanes = Array.from({ length: LANES }, (_, at) => importLane(program, source, whole, 11 + at));
    const met = (await Promise.all(lanes)).reduce((sum, each) => sum + each);
    // Where a machine is so fast or slow that hardly one was met in the middle, nothing was tested.
    expect(met).toBeGreaterThan(IMPORT_ROUNDS / 10);
  }, 600_000);

  it(`at ${OTHER_ROUNDS} random moments of exports: what stands under the name is whole, new or as before`, async () => {
    const program = await carrier();
    const history = await importedHistory(200);
    const folder = temporaryFolder();
    const file = path.join(folder, 'all.zip');
    const random = randomFrom(5);
    for (let round = 0; round < OTHER_ROUNDS; round += 1) {
      const args = [history, KEY, 'transfer.exportAll', JSON.stringify({ file })];
      await killAtRandom(program, args, { ms: random(400) });
      if (!existsSync(file)) continue;
      const { files, close } = await openSource([file]);
      // A file per chat as JSON and as Markdown, and the list of what is in it.
      expect(files).toHaveLength(2 * 200 + 1);
      for (const each of files) for await (const _ of readChunks(each, () => undefined));
      close();
      if (round % 3 === 0) rmSync(file);
    }
    for (const name of readdirSync(folder)) if (name !== 'all.zip') utimesSync(path.join(folder, name), 1, 1);
    const { driver } = await openDriver(Date.now, history);
    await exportAll(driver, file);
    expect(readdirSync(folder)).toEqual(['all.zip']);
    await driver.call('history.close', null);
  }, 600_000);

  it(`at ${OTHER_ROUNDS} random moments of a mirror's first run: files are whole or absent, and in the end all are there`, async () => {
    const program = await carrier();
    const history = await importedHistory(80);
    const folder = temporaryFolder();
    const copy = path.join(temporaryFolder(), 'copy.db');
    copyFileSync(history, copy);
    const expected = temporaryFolder();
    await mirrorTo(copy, expected);
    const random = randomFrom(9);
    for (let round = 0; round < OTHER_ROUNDS; round += 1) {
      const args = [history, KEY, 'mirror.choose', JSON.stringify({ folder })];
      await killAtRandom(program, args, { ms: random(250) });
      expectWhole(folder, expected);
    }
    await mirrorTo(history, folder);
    // Also what was half written is gone.
    expect(chatFiles(folder)).toEqual(chatFiles(expected));
    expectWhole(folder, expected);
  }, 600_000);
});

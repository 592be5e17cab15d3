import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import { versionOf } from '../../../main/backstage/migrations/migrate';
import { migrations } from '../../../main/backstage/migrations/migrations';
import { RULE } from '../../support/turn-facts';
import {
  Driver,
  first,
  KEY,
  OPTIONS,
  OTHER_KEY,
  openDriver,
  requestFor,
  temporaryFolder,
  textsOf,
} from './support';

const MARKER = 'Xylophon-Geheimnis-7731';

/** What a crash leaves: the file and its log as they are while the history is open. */
const crashedCopy = async (): Promise<{ readonly file: string; readonly chatId: string }> => {
  const { driver, file: live } = await openDriver();
  const { opened } = await driver.exchange(null, 'before the crash', 'reply');
  const file = path.join(temporaryFolder(), 'history.db');
  for (const end of ['', '-wal']) copyFileSync(live + end, file + end);
  return { file, chatId: opened.chat.id };
};

const open = (file: string, keyHex = KEY) => ({ file, keyHex, liveMessageIds: [] });

const NEWEST = migrations.at(-1)?.version ?? 0;

describe('opening', () => {
  it('leaves file and log untouched when the key is wrong, so that the right key still opens them', async () => {
    const { file, chatId } = await crashedCopy();
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    const driver = new Driver();
    expect((await driver.error('history.open', open(file, OTHER_KEY))).code).toBe('history.damaged');
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
    expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['history.db', 'history.db-wal']);
    await driver.call('history.open', open(file));
    const opened = await driver.call('chat.open', { chatId, limit: 9 });
    expect(textsOf(opened.transcript.entries)).toEqual(['before the crash', 'reply']);
  });

  it('recovers a first page torn by a power cut from the log', async () => {
    const { file, chatId } = await crashedCopy();
    writeSync(openSync(file, 'r+'), Buffer.alloc(512, 7), 0, 512, 1024);
    writeSync(openSync(file, 'r+'), Buffer.alloc(512, 7), 0, 512, 0);
    const driver = new Driver();
    await driver.call('history.open', open(file));
    const opened = await driver.call('chat.open', { chatId, limit: 9 });
    expect(textsOf(opened.transcript.entries)).toEqual(['before the crash', 'reply']);
  });

  it('calls a file that is no database damaged and does not touch it', async () => {
    const file = path.join(temporaryFolder(), 'history.db');
    const junk = Buffer.from('not a database at all '.repeat(999));
    writeFileSync(file, junk);
    expect((await new Driver().error('history.open', open(file))).code).toBe('history.damaged');
    expect(readFileSync(file)).toEqual(junk);
  });

  it('does not let SQLite delete a log whose database is gone', async () => {
    const file = path.join(temporaryFolder(), 'history.db');
    writeFileSync(`${file}-wal`, 'all that is left');
    expect((await new Driver().error('history.open', open(file))).code).toBe('history.damaged');
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('all that is left');
    expect(existsSync(file)).toBe(false);
  });

  it('says unavailable where no file can be, before opening and after closing', async () => {
    const driver = new Driver();
    const page = { cursor: null, limit: 1 };
    expect((await driver.error('chat.page', page)).code).toBe('history.unavailable');
    const nowhere = path.join(temporaryFolder(), 'missing', 'history.db');
    expect((await driver.error('history.open', open(nowhere))).code).toBe('history.unavailable');
    const file = path.join(temporaryFolder(), 'history.db');
    await driver.call('history.open', open(file));
    await driver.call('history.close', null);
    await driver.call('history.close', null);
    expect((await driver.error('chat.page', page)).code).toBe('history.unavailable');
  });

  it('opens a file whose folder has characters that mean something in a URI', async () => {
    const folder = path.join(temporaryFolder(), 'a #1? 100% 你好');
    mkdirSync(folder);
    const { driver, file } = await openDriver(undefined, path.join(folder, 'history.db'));
    await driver.exchange(null, 'q', 'a');
    await driver.call('history.close', null);
    const { driver: next } = await openDriver(undefined, file);
    expect((await next.call('chat.page', { cursor: null, limit: 9 })).chats).toHaveLength(1);
  });

  it('refuses an operation that is not in the protocol', async () => {
    const name = 'constructor' as unknown as 'history.close';
    expect((await new Driver().error(name, null)).code).toBe('request.unknownRoute');
  });
});

describe('encryption', () => {
  it('writes no message, draft, title, journal or option in clear, in the file or in its log', async () => {
    const { driver, file } = await openDriver();
    const options = { model: MARKER, params: { systemPrompt: MARKER } };
    const turn = await driver.begin({ kind: 'send', chatId: null, text: MARKER }, { options });
    const messageId = first(turn.answers).id;
    await driver.call('turn.journal', { pieces: [{ messageId, channel: 'text', offset: 0, text: MARKER }] });
    await driver.call('draft.save', { chatId: null, text: MARKER, options });
    const holdsMarker = (name: string): boolean => {
      const bytes = readFileSync(path.join(path.dirname(file), name));
      return (['utf8', 'utf16le', 'base64'] as const).some((form) =>
        bytes.includes(Buffer.from(MARKER, form)),
      );
    };
    const names = readdirSync(path.dirname(file));
    expect(names).toContain('history.db-wal');
    expect(names.filter(holdsMarker)).toEqual([]);
    await driver.call('history.close', null);
    expect(readFileSync(file).length).toBeGreaterThan(4096);
    expect(readdirSync(path.dirname(file)).filter(holdsMarker)).toEqual([]);
  });
});

describe('versions', () => {
  it('opens the file of a newer Parlance for reading only and changes nothing in it', async () => {
    const { driver, file } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const chatId = turn.opened.chat.id;
    await driver.call('history.close', null);
    const database = new Database(file, KEY);
    database.all('PRAGMA user_version = 99');
    database.close();
    const before = readFileSync(file);
    const report = await driver.call('history.open', open(file));
    expect(report).toEqual({ readOnly: true, interruptedCount: 0 });
    expect((await driver.call('chat.open', { chatId, limit: 9 })).transcript.entries).toHaveLength(2);
    const errors = [
      await driver.error('chat.rename', { chatId, title: 'x' }),
      await driver.error('chat.delete', { chatId }),
      await driver.error('draft.save', { chatId: null, text: 'x', options: null }),
      await driver.error('turn.begin', {
        origin: { kind: 'send', chatId: null, text: 'x' },
        options: OPTIONS,
        endpointId: 'demo',
        rule: RULE,
        request: requestFor(OPTIONS),
        price: null,
      }),
    ];
    expect(errors.map((error) => error.code)).toEqual(errors.map(() => 'history.readOnly'));
    const estimate = { chatId, text: 'typed', options: OPTIONS, rule: RULE };
    expect((await driver.call('context.estimate', estimate)).promptTokens).toBeGreaterThan(0);
    await driver.call('history.close', null);
    expect(readFileSync(file)).toEqual(before);
  });

  it('takes an encrypted snapshot before it migrates, and none of a new file', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'history.db');
    openHistory(file, KEY).database.close();
    const snapshots = path.join(folder, 'snapshots');
    const named = () => (existsSync(snapshots) ? readdirSync(snapshots) : []);
    expect(named()).toEqual([]);
    const next = { version: NEWEST + 1, sql: 'ALTER TABLE chats ADD COLUMN pinned INTEGER' };
    const { database } = openHistory(file, KEY, [...migrations, next]);
    expect(versionOf(database)).toBe(NEWEST + 1);
    database.close();
    expect(named()).toEqual([expect.stringMatching(/^history-.*-migration\.db$/)]);
    const snapshot = path.join(snapshots, first(named()));
    expect(() => openHistory(snapshot, OTHER_KEY)).toThrow('Not a database');
    const copy = openHistory(snapshot, KEY);
    expect(versionOf(copy.database)).toBe(NEWEST);
    expect(() => copy.database.all('SELECT pinned FROM chats')).toThrow();
    copy.database.close();
  });

  it('changes nothing when one of several steps fails', () => {
    const file = path.join(temporaryFolder(), 'history.db');
    openHistory(file, KEY).database.close();
    const good = { version: NEWEST + 1, sql: 'ALTER TABLE chats ADD COLUMN pinned INTEGER' };
    const bad = { version: NEWEST + 2, sql: 'ALTER TABLE nowhere ADD COLUMN x INTEGER' };
    expect(() => openHistory(file, KEY, [...migrations, good, bad])).toThrow();
    const { database, readOnly } = openHistory(file, KEY);
    expect(readOnly).toBe(false);
    expect(versionOf(database)).toBe(NEWEST);
    expect(() => database.all('SELECT pinned FROM chats')).toThrow();
    database.close();
  });
});

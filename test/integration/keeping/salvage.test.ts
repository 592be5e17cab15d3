import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { integer } from '../../../main/backstage/database/row';
import { doJob } from '../../../main/backstage/snapshots/database-job';
import type { SalvageReport } from '../../../preload/contract/history-snapshots';
import { randomFrom } from '../../support/seeded-random';
import { Driver, KEY, openDriver, temporaryFolder } from '../backstage/support';

const PAGE = 4096;

/** A closed history of some chats, branches and long texts. */
const makeHistory = async (): Promise<string> => {
  const { driver, file } = await openDriver();
  for (let chat = 0; chat < 12; chat += 1) {
    let chatId: string | null = null;
    for (let at = 0; at < 8; at += 1) {
      const parentId: null | undefined = at === 5 ? null : undefined;
      const turn = await driver.exchange(
        chatId,
        `question ${chat}.${at} 中文`,
        `answer ${chat}.${at} ${'word '.repeat((at * 331) % 1500)}`,
        parentId,
      );
      chatId = turn.opened.chat.id;
    }
  }
  await driver.call('history.close', null);
  return file;
};

const overwrite = (file: string, at: number, length: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, at);
  closeSync(handle);
};

/** What SQLite itself can still read, row by row: the least that must come back. */
const readable = (file: string): readonly string[] => {
  const database = new Database(file, KEY);
  const ids: string[] = [];
  for (let seq = 1; seq <= 192; seq += 1) {
    try {
      const row = database.first(
        'SELECT CAST(id AS BLOB) AS id, length(CAST(parts AS BLOB)) AS length FROM messages WHERE seq = ?',
        [seq],
      );
      if (row) ids.push(Buffer.from(row.id as ArrayBuffer).toString('latin1'));
    } catch {
      // Lost.
    }
  }
  database.close();
  return ids;
};

/** Salvages a history and answers with the report. */
const salvageOf = async (file: string): Promise<SalvageReport> => {
  const report = await new Driver().call('history.salvage', { file, keyHex: KEY });
  if (report === null) throw new Error('it was stopped');
  return report;
};

const UUID = /^[0-9a-f-]{36}$/;

describe('salvage', () => {
  it('takes every row that can be read out of a history damaged anywhere, and leaves the damaged file as it is', async () => {
    const whole = await makeHistory();
    const random = randomFrom(20_261_124);
    const pages = statSync(whole).size / PAGE;
    let lost = 0;
    let salvaged = 0;
    for (let round = 0; round < 16; round += 1) {
      const folder = temporaryFolder();
      const file = path.join(folder, 'history.db');
      copyFileSync(whole, file);
      // Not the first page: without it the key cannot even be tried.
      for (let at = 0; at <= round % 5; at += 1) {
        const page = 1 + random(pages - 1);
        overwrite(file, page * PAGE + random(4000), round % 2 === 0 ? 1 : 90);
      }
      const before = readFileSync(file);
      const probe = path.join(temporaryFolder(), 'probe.db');
      copyFileSync(file, probe);
      const expected = readable(probe).filter((id) => UUID.test(id));
      const driver = new Driver();
      const place = { file, keyHex: KEY };
      const result = await driver.attempt('history.salvage', place);
      if (!result.ok) {
        // The pages that say where everything is: then nothing can be read, and nothing is changed.
        expect(expected).toEqual([]);
        expect(readFileSync(file).equals(before)).toBe(true);
        continue;
      }
      salvaged += 1;
      const report = result.value;
      if (report === null) throw new Error('it was stopped');
      expect(readFileSync(path.join(folder, report.setAside)).equals(before)).toBe(true);
      await driver.call('history.open', { ...place, liveMessageIds: [] });
      await driver.call('history.close', null);
      const copy = new Database(file, KEY);
      const ids = new Set(copy.all('SELECT id FROM messages').map(({ id }) => id));
      expect(
        expected.filter((id) => !ids.has(id)),
        `round ${round}`,
      ).toEqual([]);
      expect(report.messages).toBe(ids.size);
      // Nothing is lost without a word.
      expect(report.lostMessages, `round ${round}`).toBe(192 - ids.size);
      expect(copy.all('PRAGMA foreign_key_check')).toEqual([]);
      copy.close();
      expect(doJob({ kind: 'check', ...place })).toEqual({ ok: true, value: { damaged: false } });
      lost += 192 - ids.size;
    }
    // The damage was real, and most of what was there came back all the same.
    expect(lost).toBeGreaterThan(0);
    expect(salvaged).toBeGreaterThan(8);
    expect(lost).toBeLessThan(salvaged * 192 * 0.2);
  });

  it('keeps the rest of a text in which a byte was flipped, which SQLite does not notice', async () => {
    const { driver, file } = await openDriver();
    const long = 'heron '.repeat(3000);
    await driver.exchange(null, 'q', long);
    await driver.call('history.close', null);
    const place = { file, keyHex: KEY };
    expect(doJob({ kind: 'check', ...place })).toEqual({ ok: true, value: { damaged: false } });
    const pages = statSync(file).size / PAGE;
    const whole = readFileSync(file);
    let mended = 0;
    for (let page = 1; page < pages; page += 2) {
      const other = path.join(temporaryFolder(), 'history.db');
      copyFileSync(file, other);
      overwrite(other, page * PAGE + 2000, 1);
      const report = await salvageOf(other);
      mended += report.mendedMessages;
    }
    expect(mended).toBeGreaterThan(0);
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  it('changes nothing where nothing can be read', async () => {
    const { driver, file } = await openDriver();
    await driver.exchange(null, 'q', 'a');
    await driver.call('history.close', null);
    overwrite(file, 0, PAGE);
    const before = readFileSync(file);
    const error = await new Driver().error('history.salvage', { file, keyHex: KEY });
    expect(error.code).toBe('history.damaged');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(
      readdirSync(path.dirname(file)).filter((name) => name.includes('next') || name.includes('damaged')),
    ).toEqual([]);
  });

  it('takes what is only in the log along, of a truncated file too', async () => {
    const { driver, file } = await openDriver();
    for (let at = 0; at < 40; at += 1) await driver.exchange(null, `q${at}`, 'long '.repeat(400));
    const copy = path.join(temporaryFolder(), 'history.db');
    for (const end of ['', '-wal']) copyFileSync(file + end, copy + end);
    expect(existsSync(`${copy}-wal`)).toBe(true);
    const report = await salvageOf(copy);
    expect(report).toMatchObject({ chats: 40, messages: 80, lostMessages: 0, lostChats: 0, lostRows: 0 });
    await driver.call('history.close', null);
    const whole = readFileSync(file);
    const cut = path.join(temporaryFolder(), 'history.db');
    const handle = openSync(cut, 'w');
    writeSync(handle, whole.subarray(0, Math.floor(whole.length * 0.8)));
    closeSync(handle);
    const second = await salvageOf(cut);
    const database = new Database(cut, KEY);
    expect(second.messages).toBe(integer(database.first('SELECT count(*) AS n FROM messages') ?? {}, 'n'));
    expect(second.messages).toBeGreaterThan(20);
    database.close();
  });
});

import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { doJob } from '../../../main/backstage/snapshots/database-job';
import { randomFrom } from '../../support/seeded-random';
import { Driver, KEY, openDriver, temporaryFolder } from '../backstage/support';

const PAGE = 4096;
const ROUNDS = 80;
const SEED = 20_261_122;

type Random = ReturnType<typeof randomFrom>;

/** What is on the disk, by file ending. */
type Bytes = Record<'' | '-wal', Buffer>;

interface Damage {
  readonly name: string;
  readonly do: (bytes: Bytes, random: Random) => void;
}

const pageOf = (file: Buffer, page: number): Buffer => file.subarray(page * PAGE, (page + 1) * PAGE);
const anyPage = (file: Buffer, random: Random): Buffer => pageOf(file, random(file.length / PAGE));
const garbage = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random(256)));

const damages: readonly Damage[] = [
  {
    name: 'flipped bytes',
    do: ({ '': file }, random) => {
      for (let count = 1 + random(6); count > 0; count -= 1) {
        const at = random(file.length);
        file[at] = (file[at] ?? 0) ^ (1 << random(8));
      }
    },
  },
  { name: 'a zeroed page', do: ({ '': file }, random) => void anyPage(file, random).fill(0) },
  {
    name: 'a garbage page',
    do: ({ '': file }, random) => void garbage(random, PAGE).copy(anyPage(file, random)),
  },
  { name: 'a zeroed first page', do: ({ '': file }) => void pageOf(file, 0).fill(0) },
  { name: 'a garbage header', do: ({ '': file }, random) => void garbage(random, 100).copy(file) },
  {
    name: 'a cut file',
    do: (bytes, random) => {
      bytes[''] = bytes[''].subarray(0, random(bytes[''].length));
    },
  },
  {
    name: 'a page in the place of another',
    do: ({ '': file }, random) => void Buffer.from(anyPage(file, random)).copy(anyPage(file, random)),
  },
  {
    name: 'flipped bytes in the log',
    do: ({ '-wal': log }, random) => void log.writeUInt8(random(256), random(log.length)),
  },
  {
    name: 'a cut log',
    do: (bytes, random) => {
      bytes['-wal'] = bytes['-wal'].subarray(0, random(bytes['-wal'].length));
    },
  },
  {
    name: 'a lost log',
    do: (bytes) => {
      bytes['-wal'] = Buffer.alloc(0);
    },
  },
];

/** A history in the middle of its work: half of it is in the file, half in the log. */
const makeBytes = async (): Promise<{ bytes: Bytes; texts: ReadonlyMap<string, string> }> => {
  const { driver, file } = await openDriver();
  for (let at = 0; at < 40; at += 1)
    await driver.exchange(null, `q${at} 中文`, 'word '.repeat((at * 331) % 1500));
  await driver.call('history.close', null);
  const open = { file, keyHex: KEY, liveMessageIds: [] };
  await driver.call('history.open', open);
  for (let at = 0; at < 20; at += 1) await driver.exchange(null, `later ${at}`, 'word '.repeat(at * 40));
  const bytes = { '': readFileSync(file), '-wal': readFileSync(`${file}-wal`) };
  await driver.call('history.close', null);
  const database = new Database(file, KEY);
  const rows = database.all('SELECT id, parts FROM messages');
  database.close();
  return { bytes, texts: new Map(rows.map(({ id, parts }) => [String(id), String(parts)])) };
};

const place = (bytes: Bytes): string => {
  const file = path.join(temporaryFolder(), 'history.db');
  for (const end of ['', '-wal'] as const) if (bytes[end].length > 0) writeFileSync(file + end, bytes[end]);
  // A leftover that belongs to nothing.
  writeFileSync(`${file}-shm`, Buffer.alloc(32_768, 0x5a));
  return file;
};

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The names and the digests of all files beside a history. */
const filesOf = (file: string): readonly string[] =>
  readdirSync(path.dirname(file))
    .toSorted()
    .map((name) => `${name} ${digestOf(readFileSync(path.join(path.dirname(file), name)))}`);

/** Checks what came back; answers how many messages did, and how many of them letter by letter. */
const checkSalvaged = (file: string, texts: ReadonlyMap<string, string>, what: string) => {
  expect(doJob({ kind: 'check', file, keyHex: KEY }), what).toEqual({ ok: true, value: { damaged: false } });
  const database = new Database(file, KEY);
  expect(database.all('PRAGMA foreign_key_check'), what).toEqual([]);
  const rows = database.all('SELECT id, parts FROM messages');
  database.close();
  const same = rows.filter(({ id, parts }) => texts.get(String(id)) === parts).length;
  return { count: rows.length, same };
};

it(`salvages or leaves as it is whatever happened to the file or its log, ${ROUNDS} times`, async () => {
  const { bytes: whole, texts } = await makeBytes();
  const random = randomFrom(SEED);
  const shares = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const damage = damages[round % damages.length] as Damage;
    const bytes = { '': Buffer.from(whole['']), '-wal': Buffer.from(whole['-wal']) };
    damage.do(bytes, random);
    const file = place(bytes);
    const before = filesOf(file);
    const what = `seed ${SEED}, round ${round}: ${damage.name}`;
    const result = await new Driver().attempt('history.salvage', { file, keyHex: KEY });
    let kept = 0;
    if (result.ok) {
      const { count, same } = checkSalvaged(file, texts, what);
      kept = same;
      // Nothing tells of what was only in a log that is gone; of all else it is known how much is lost.
      if (!damage.name.endsWith('log')) expect(result.value?.lostMessages, what).toBe(texts.size - count);
      const aside = path.join(path.dirname(file), result.value?.setAside ?? '');
      expect(digestOf(existsSync(aside) ? readFileSync(aside) : Buffer.alloc(0)), what).toBe(
        digestOf(bytes['']),
      );
    } else {
      expect(result.error.code, what).toBe('history.damaged');
      expect(filesOf(file), what).toEqual(before);
    }
    shares.set(damage.name, [...(shares.get(damage.name) ?? []), kept / texts.size]);
  }
  const mean = (name: string): number => {
    const all = shares.get(name) ?? [];
    return all.reduce((sum, share) => sum + share, 0) / all.length;
  };
  const report = Object.fromEntries([...shares.keys()].map((name) => [name, Number(mean(name).toFixed(2))]));
  console.log(`share of messages that came back letter by letter: ${JSON.stringify(report)}`);
  for (const name of ['flipped bytes', 'a zeroed page', 'a garbage page', 'a cut log', 'a lost log'])
    expect(mean(name), name).toBeGreaterThan(0.5);
}, 600_000);

it('changes nothing where there is no file to read', async () => {
  const cases: Readonly<Record<string, (file: string) => void>> = {
    'a folder': (file) => mkdirSync(file),
    // Nobody can open it, root neither.
    'a link to itself': (file) => symlinkSync(file, file),
    'no file': () => undefined,
    'an empty file': (file) => writeFileSync(file, ''),
    'a file of another kind': (file) => copyFileSync(import.meta.filename, file),
  };
  for (const [name, make] of Object.entries(cases)) {
    const file = path.join(temporaryFolder(), 'history.db');
    make(file);
    const before = readdirSync(path.dirname(file));
    const error = await new Driver().error('history.salvage', { file, keyHex: KEY });
    expect(error.code, name).toBe('history.damaged');
    expect(readdirSync(path.dirname(file)), name).toEqual(before);
  }
});

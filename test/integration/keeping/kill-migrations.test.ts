import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import { migrate, versionOf } from '../../../main/backstage/migrations/migrate';
import { migrations } from '../../../main/backstage/migrations/migrations';
import { doJob } from '../../../main/backstage/snapshots/database-job';
import { listSnapshots } from '../../../main/backstage/snapshots/snapshot-folder';
import { killAtRandom } from '../../support/kill-at-random';
import { randomFrom } from '../../support/seeded-random';
import { bundleForNode } from '../backstage/bundle';
import { KEY, temporaryFolder } from '../backstage/support';

const ROUNDS = 100;
const LANES = 2;
const SEED = 20_261_123;
const NEWEST = migrations.length;
/** One process opens fewer than this before it is killed. */
const FILES_APART = 101;

const partsOf = (seq: number): string =>
  JSON.stringify([{ type: 'text', text: `message ${seq} 中文 ${'long '.repeat((seq * 37) % 900)}` }]);

/** A history as version 1 wrote it: chats with branches and drafts. */
const fill = (database: Database): void =>
  database.write((writer) => {
    for (let chat = 1; chat <= 20; chat += 1) {
      const row = [chat, `chat-${chat}`, `Chat ${chat}`, chat, chat];
      writer.run(
        `INSERT INTO chats (seq, id, title, created_at, updated_at, options) VALUES (?, ?, ?, ?, ?, '{"model":"m","params":{}}')`,
        row,
      );
      writer.run('INSERT INTO drafts (chat_seq, text) VALUES (?, \'"typed"\')', [chat]);
      for (let at = 0; at < 15; at += 1) {
        const seq = chat * 100 + at;
        const parent = at === 0 ? null : seq - (at % 5 === 0 ? 2 : 1);
        const depth =
          parent === null
            ? 0
            : Number(writer.first('SELECT depth FROM messages WHERE seq = ?', [parent])?.depth) + 1;
        writer.run(
          `INSERT INTO messages (seq, id, chat_seq, parent_seq, depth, role, status, created_at, parts)
           VALUES (?, ?, ?, ?, ?, 'user', 'complete', 1, ?)`,
          [seq, `message-${seq}`, chat, parent, depth, partsOf(seq)],
        );
      }
    }
  });

/** Histories of every earlier version with the same data, each migrated from the one before. */
const makeVersions = (folder: string): void => {
  for (let version = 1; version < NEWEST; version += 1) {
    const database = openHistory(
      path.join(folder, `version-${version}.db`),
      KEY,
      migrations.slice(0, 1),
    ).database;
    fill(database);
    migrate(database, migrations.slice(0, version));
    database.close();
  }
};

const contentOf = (database: Database): readonly unknown[] => [
  database.all('SELECT seq, id, title FROM chats ORDER BY seq'),
  database.all('SELECT seq, id, parent_seq, depth, parts FROM messages ORDER BY seq'),
  database.all('SELECT chat_seq, text FROM drafts ORDER BY chat_seq'),
];

/** Kills one run and looks at every history it opened; answers with how many of them were not migrated by then. */
const round = async (
  program: string,
  folder: string,
  seed: number,
  whole: readonly unknown[],
): Promise<number> => {
  const random = randomFrom(seed);
  const first = (seed - SEED) * FILES_APART;
  const moment = { line: 2 + random(3), ms: random(30) };
  const args = [folder, KEY, String(first), String(NEWEST - 1)];
  const said = await killAtRandom(program, args, moment);
  const what = `seed ${seed}, killed ${moment.ms} ms after line ${moment.line}`;
  let behind = 0;
  for (const at of said.slice(1)) {
    const file = path.join(folder, at, 'history.db');
    const before = new Database(file, KEY);
    const version = versionOf(before);
    before.close();
    // One transaction: all steps or none.
    expect([1 + (Number(at) % (NEWEST - 1)), NEWEST], what).toContain(version);
    if (version < NEWEST) behind += 1;
    const { database } = openHistory(file, KEY);
    expect(versionOf(database), what).toBe(NEWEST);
    expect(contentOf(database), what).toEqual(whole);
    expect(database.all('PRAGMA foreign_key_check'), what).toEqual([]);
    database.close();
    expect(doJob({ kind: 'check', file, keyHex: KEY }), what).toEqual({
      ok: true,
      value: { damaged: false },
    });
    const snapshots = listSnapshots(file, KEY);
    expect(
      snapshots.every(({ opens, reason }) => opens && reason === 'migration'),
      what,
    ).toBe(true);
    expect(snapshots.length, what).toBeGreaterThan(0);
    expect(readdirSync(path.join(folder, at, 'snapshots')).filter((name) => name.includes('.part'))).toEqual(
      [],
    );
  }
  return behind;
};

it(`kill -9 at ${ROUNDS} random moments of migrations from every earlier version: all of it or nothing, and a snapshot`, async () => {
  const program = await bundleForNode('test/integration/keeping/migrator.ts');
  const folder = temporaryFolder();
  makeVersions(folder);
  const { database } = openHistory(path.join(folder, 'whole.db'), KEY, migrations.slice(0, 1));
  fill(database);
  const whole = contentOf(database);
  database.close();
  let behind = 0;
  const lane = async (at: number): Promise<void> => {
    for (let each = at; each < ROUNDS; each += LANES)
      behind += await round(program, folder, SEED + each, whole);
  };
  await Promise.all(Array.from({ length: LANES }, (_, at) => lane(at)));
  // Kills came in the middle of migrations, not only between them.
  expect(behind).toBeGreaterThan(ROUNDS / 4);
}, 600_000);

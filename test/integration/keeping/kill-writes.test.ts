import path from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { doJob } from '../../../main/backstage/snapshots/database-job';
import { killAtRandom } from '../../support/kill-at-random';
import { randomFrom } from '../../support/seeded-random';
import { bundleForNode } from '../backstage/bundle';
import { Driver, KEY, temporaryFolder, textsOf } from '../backstage/support';
import type { ChatNow } from './chat-now';

const ROUNDS = 100;
const LANES = 2;
const SEED = 20_261_122;

/** The same in few words, so that a failure can be read; a length tells a text cut short. */
const brief = (chat: ChatNow | undefined) =>
  chat && { ...chat, texts: chat.texts.map((text) => `${text.slice(0, 14)}${text.length}`) };

/** What a chat may be after the kill: what was acknowledged last, or what was being done. */
type Allowed = Map<string, { readonly done?: ChatNow; readonly next?: ChatNow }>;

const allowedBy = (lines: readonly string[]): Allowed => {
  const allowed: Allowed = new Map();
  for (const line of lines.slice(1)) {
    const { id, next, done } = JSON.parse(line) as { id: string; next?: ChatNow; done?: ChatNow };
    const before = allowed.get(id)?.done;
    if (done) allowed.set(id, { done });
    else if (next) allowed.set(id, before ? { done: before, next } : { next });
  }
  return allowed;
};

/** What can be read of a chat in the list; null for another. */
const read = async (driver: Driver, id: string): Promise<ChatNow | null> => {
  const result = await driver.attempt('chat.open', { chatId: id, limit: 100 });
  if (!result.ok) return null;
  const { chat, transcript } = result.value;
  const draft = await driver.call('draft.read', { chatId: id });
  return {
    title: chat.title,
    texts: textsOf(transcript.entries),
    draft: draft?.text ?? '',
    place: 'list',
  };
};

const lane = async (program: string, seed: number): Promise<number> => {
  const file = path.join(temporaryFolder(), 'history.db');
  const random = randomFrom(seed);
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS / LANES; round += 1) {
    const moment = { line: 2 + random(30), ms: random(20) };
    const lines = await killAtRandom(program, [file, KEY, String(seed + round)], moment);
    const what = `seed ${seed}, round ${round}, killed ${moment.ms} ms after line ${moment.line}`;
    const driver = new Driver();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    const page = await driver.call('trash.page', { cursor: null, limit: 10_000 });
    const trashed = new Set(page.chats.map(({ id }) => id));
    for (const [id, { done, next }] of allowedBy(lines)) {
      acknowledged += 1;
      const now = await read(driver, id);
      if (now === null)
        expect([done?.place, next?.place], what).toContain(trashed.has(id) ? 'trash' : 'gone');
      else expect([brief(done), brief(next)], what).toContainEqual(brief(now));
    }
    await driver.call('history.close', null);
    expect(doJob({ kind: 'check', file, keyHex: KEY }), what).toEqual({
      ok: true,
      value: { damaged: false },
    });
    const database = new Database(file, KEY);
    expect(database.all('PRAGMA foreign_key_check'), what).toEqual([]);
    database.close();
  }
  return acknowledged;
};

it(`kill -9 at ${ROUNDS} random moments of sending, editing, renaming, deleting and restoring: what was acknowledged is there, nothing is half`, async () => {
  const program = await bundleForNode('test/integration/keeping/writer.ts');
  const counts = await Promise.all(Array.from({ length: LANES }, (_, at) => lane(program, SEED + at * 1000)));
  // The kills came while there was something to lose.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(ROUNDS);
}, 600_000);

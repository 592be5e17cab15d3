import path from 'node:path';
import { expect, it } from 'vitest';
import { doJob } from '../../../main/backstage/snapshots/database-job';
import { listSnapshots, snapshotFile } from '../../../main/backstage/snapshots/snapshot-folder';
import { finishPutting } from '../../../main/history/finish-putting';
import { killAtRandom } from '../../support/kill-at-random';
import { randomFrom } from '../../support/seeded-random';
import { bundleForNode } from '../backstage/bundle';
import { Driver, KEY, temporaryFolder } from '../backstage/support';

const ROUNDS = 100;
const LANES = 2;
const SEED = 7;

const SOUND = { ok: true, value: { damaged: false } };

const lane = async (program: string, seed: number): Promise<void> => {
  const file = path.join(temporaryFolder(), 'history.db');
  const random = randomFrom(seed);
  const chatIds: string[] = [];
  for (let round = 0; round < ROUNDS / LANES; round += 1) {
    const moment = { line: 1 + random(7), ms: random(40) };
    const [chatId = ''] = await killAtRandom(program, [file, KEY], moment);
    chatIds.push(chatId);
    const what = `seed ${seed}, round ${round}, killed ${moment.ms} ms after line ${moment.line}`;
    await finishPutting(file);
    const driver = new Driver();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    for (const id of chatIds)
      expect(
        (await driver.call('chat.open', { chatId: id, limit: 9 })).transcript.entries,
        what,
      ).toHaveLength(1);
    await driver.call('history.close', null);
    expect(doJob({ kind: 'check', file, keyHex: KEY }), what).toEqual(SOUND);
    for (const { name } of listSnapshots(file, KEY).slice(0, 3))
      expect(doJob({ kind: 'check', file: snapshotFile(file, name), keyHex: KEY }), what).toEqual(SOUND);
  }
};

it(`kill -9 at ${ROUNDS} random moments of snapshots, restorations and salvage: everything acknowledged is there, nothing is half`, async () => {
  const program = await bundleForNode('test/integration/keeping/keeper.ts');
  await Promise.all(Array.from({ length: LANES }, (_, at) => lane(program, SEED + at)));
}, 600_000);

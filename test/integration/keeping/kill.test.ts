import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { doJob } from '../../../main/backstage/snapshots/database-job';
import { listSnapshots, snapshotFile } from '../../../main/backstage/snapshots/snapshot-folder';
import { finishPutting } from '../../../main/history/finish-putting';
import { randomFrom } from '../../support/seeded-random';
import { bundleForNode } from '../backstage/bundle';
import { Driver, KEY, temporaryFolder } from '../backstage/support';

const ROUNDS = 12;

/** Runs the keeper and kills it a random moment after it has said its nth line; answers with the chat it acknowledged. */
const keepUntilKilled = async (program: string, file: string, line: number, ms: number): Promise<string> => {
  const child = spawn(process.execPath, [program, file, KEY], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal)),
  );
  const said: string[] = [];
  for await (const each of createInterface({ input: child.stdout })) {
    said.push(each);
    // The moment is what is varied: nothing is waited for.
    if (said.length === line) void pause(ms).then(() => child.kill('SIGKILL'));
  }
  expect(await exited).toBe('SIGKILL');
  return said[0] ?? '';
};

it(`kill -9 in snapshots, restorations and salvage, ${ROUNDS} times: everything acknowledged is there, nothing is half`, async () => {
  const program = await bundleForNode('test/integration/keeping/keeper.ts');
  const file = path.join(temporaryFolder(), 'history.db');
  const random = randomFrom(7);
  const chatIds: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    chatIds.push(await keepUntilKilled(program, file, 2 + random(6), random(60)));
    await finishPutting(file);
    const driver = new Driver();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    for (const chatId of chatIds)
      expect((await driver.call('chat.open', { chatId, limit: 9 })).transcript.entries).toHaveLength(1);
    await driver.call('history.close', null);
    expect(doJob({ kind: 'check', file, keyHex: KEY })).toEqual({ ok: true, value: { damaged: false } });
    for (const { name } of listSnapshots(file, KEY))
      expect(doJob({ kind: 'check', file: snapshotFile(file, name), keyHex: KEY })).toEqual({
        ok: true,
        value: { damaged: false },
      });
  }
}, 120_000);

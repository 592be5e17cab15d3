import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { integer, text } from '../../../main/backstage/database/row';
import { findMessage } from '../../../main/backstage/history/messages';
import { bundleForNode } from './bundle';
import { replyText } from './reply-text';
import { Driver, KEY, temporaryFolder, textOf } from './support';

const ROUNDS = 20;

/** Runs the writer, kills it as soon as it has acknowledged `count` writes, and answers with the longest per message. */
const writeUntilKilled = async (writer: string, file: string, count: number) => {
  const child = spawn(process.execPath, [writer, file, KEY], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal)),
  );
  const acknowledged = new Map<string, number>();
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { messageId, length } = JSON.parse(line) as { messageId: string; length: number };
    acknowledged.set(messageId, length);
    lines += 1;
    if (lines === count) child.kill('SIGKILL');
  }
  expect(await exited).toBe('SIGKILL');
  return acknowledged;
};

describe('kill -9', () => {
  it(`loses nothing that was acknowledged, ${ROUNDS} times in a row, and damages nothing`, async () => {
    const writer = await bundleForNode('test/integration/backstage/journal-writer.ts');
    const file = path.join(temporaryFolder(), 'history.db');
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const killedAfter = 1 + ((round * 11) % 41);
      for (const entry of await writeUntilKilled(writer, file, killedAfter)) acknowledged.set(...entry);
    }
    const driver = new Driver();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    await driver.call('history.close', null);
    const database = new Database(file, KEY);
    const lost = [...acknowledged].filter(([messageId, length]) => {
      const kept = textOf(findMessage(database, messageId).message);
      return kept.length < length || kept !== replyText(kept.length);
    });
    expect(lost).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
    expect(text(database.first('PRAGMA integrity_check') ?? {}, 'integrity_check')).toBe('ok');
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    const streaming = database.first(`SELECT count(*) AS count FROM messages WHERE status = 'streaming'`);
    expect(integer(streaming ?? {}, 'count')).toBe(0);
    database.close();
  }, 600_000);
});

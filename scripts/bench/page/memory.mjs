import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeProfile } from '../history/make-profile.mjs';
import { toRow } from '../lib/report.mjs';
import { EMPTY_APP, openApp } from './open.mjs';
import { memoryOf } from './processes.mjs';

/** By then what is done after a start is done. */
const SETTLED_MS = 4000;

/**
 * Memory of all processes with a chat of 10,000 messages open.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number, readonly messages: number }} options
 */
export async function benchMemory(machine, folder, { runs, messages }) {
  const profile = path.join(folder, 'full');
  await makeProfile(profile, { messages, chats: [{ title: 'Ten thousand', length: 10_000 }] });
  const values = [];
  const floors = [];
  for (let run = 0; run < runs; run += 1) {
    const empty = await openApp(machine, { profile: path.join(folder, 'empty'), app: EMPTY_APP });
    await pause(SETTLED_MS);
    floors.push(await memoryOf(empty));
    await empty.close();
    const app = await openApp(machine, { profile });
    await app.page.getByRole('button', { name: 'Ten thousand', exact: true }).click();
    await app.page.getByRole('article', { name: 'Assistant message' }).last().waitFor();
    await pause(SETTLED_MS);
    values.push(await memoryOf(app));
    await app.close();
  }
  return [
    toRow({
      group: 'memory',
      name: 'all processes, chat of 10,000 messages open',
      unit: 'MB',
      values,
      floors,
      budget: { of: 'ratio', most: 1.6 },
    }),
  ];
}

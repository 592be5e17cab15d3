import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { integer, text } from '../../../main/backstage/database/row';
import { chatboxBackup, cherryBackup, nextChatBackup } from '../../support/backups';
import { branchedConversation, claudeConversation, claudeMessage } from '../../support/foreign-exports';
import { type Mutation, mutatedJson, mutation } from '../../support/mutate-json';
import { type Driver, KEY, openDriver, temporaryFolder } from '../backstage/support';
import { importFiles } from './support';

const question = { role: 'user', content: [{ type: 'text', text: 'Better?' }] };
const line = {
  input: { messages: [{ role: 'system', content: 'Be brief' }, question] },
  preferred_output: [{ role: 'assistant', content: 'Yes' }],
  non_preferred_output: [{ role: 'assistant', content: 'No' }],
};
const tuned = {
  messages: [
    question,
    { role: 'assistant', tool_calls: [{ id: 'c1', function: { name: 'now', arguments: '{}' } }] },
    { role: 'tool', tool_call_id: 'c1', content: 'noon' },
  ],
};

const ownChat = async (): Promise<unknown> => {
  const { driver } = await openDriver();
  const turn = await driver.exchange(null, 'Own', 'Reply');
  await driver.exchange(turn.opened.chat.id, 'More', 'Reply');
  const file = path.join(temporaryFolder(), 'chat.json');
  await driver.call('transfer.exportChat', { chatId: turn.opened.chat.id, format: 'json', file });
  return JSON.parse(readFileSync(file, 'utf8'));
};

/** A sound file of each format, as values of which each becomes a line of its own where there are several. */
const sound: Readonly<Record<string, () => readonly unknown[] | Promise<readonly unknown[]>>> = {
  parlance: async () => [await ownChat()],
  chatgpt: () => [[branchedConversation('b1'), branchedConversation('b2')]],
  claude: () => [
    [
      claudeConversation('u1', [
        claudeMessage('m1', 'human', 'Hi', { attachments: [{ file_name: 'a', extracted_content: 'x' }] }),
        claudeMessage('m2', 'assistant', '', {
          parent_message_uuid: 'm1',
          content: [
            { type: 'thinking', thinking: 'Greet.' },
            { type: 'tool_use', name: 'repl', input: { code: '1' } },
            { type: 'tool_result', name: 'repl', content: [{ type: 'text', text: '1' }] },
          ],
        }),
      ]),
    ],
  ],
  chatbox: () => [chatboxBackup()],
  cherry: () => [cherryBackup()],
  nextchat: () => [nextChatBackup()],
  openaiJsonl: () => [line, tuned, { custom_id: 'r1', body: { model: 'gpt-4o', messages: [question] } }],
};

const counted = (database: Database) => {
  const count = (table: string) =>
    integer(database.first(`SELECT count(*) AS count FROM ${table}`) ?? {}, 'count');
  return { chats: count('chats'), messages: count('messages') };
};

const state = (file: string) => {
  const database = new Database(file, KEY);
  database.refuseWrites();
  const counts = counted(database);
  database.close();
  return counts;
};

/** Imports, and holds the report against what the history really holds before and after. */
const importChecked = async (driver: Driver, history: string, source: string) => {
  const before = state(history);
  const report = await importFiles(driver, source);
  const after = state(history);
  expect(after.chats - before.chats).toBe(report.taken.newChats);
  expect(after.messages - before.messages).toBe(report.taken.messages);
  const { taken, skipped, end, error } = report;
  const isKnown = skipped.some(({ reason }) => reason === 'alreadyHere' || reason === 'inTrash');
  if (end === 'complete') expect(taken.newChats + taken.grownChats > 0 || isKnown).toBe(true);
  else expect(error?.code).toMatch(/^transfer\./);
  return report;
};

const expectSound = (file: string): void => {
  const database = new Database(file, KEY);
  expect(text(database.first('PRAGMA integrity_check') ?? {}, 'integrity_check')).toBe('ok');
  expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
  database.close();
};

describe('an export that is broken in any way', () => {
  for (const [format, make] of Object.entries(sound)) {
    it(`is taken as far as it goes, told of honestly, and adds nothing the second time: ${format}`, async () => {
      const values = await make();
      const folder = temporaryFolder();
      const source = path.join(folder, 'source.json');
      let taken = 0;
      const check = async (mutations: readonly Mutation[], cut: number) => {
        const whole = values.map((value) => mutatedJson(value, mutations)).join('\n');
        writeFileSync(source, cut < 10 ? whole.slice(0, Math.floor((whole.length * cut) / 10)) : whole);
        const { driver, file } = await openDriver();
        const first = await importChecked(driver, file, source);
        const second = await importChecked(driver, file, source);
        expect(second.taken).toMatchObject({ newChats: 0, messages: 0 });
        await driver.call('history.close', null);
        expectSound(file);
        taken += first.taken.messages;
      };
      const manyWays = fc.asyncProperty(
        fc.array(mutation, { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        check,
      );
      await fc.assert(manyWays, { numRuns: 50 });
      // Some are not changed at all: had nothing been taken, nothing would have been tested.
      expect(taken).toBeGreaterThan(0);
    }, 600_000);
  }
});

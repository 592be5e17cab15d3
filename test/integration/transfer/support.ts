import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OpInput } from '../../../main/backstage/protocol';
import type { Message } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import type { ExportReport, ImportReport } from '../../../preload/contract/transfer';
import { type Driver, temporaryFolder } from '../backstage/support';

/** A file in a folder that is gone after the test; values other than texts are written as JSON. */
export const fileOf = (name: string, content: unknown): string => {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(
    file,
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );
  return file;
};

/** Imports as main does and answers with the report. */
export const importFiles = async (driver: Driver, ...paths: readonly string[]): Promise<ImportReport> => {
  await driver.call('transfer.import', { paths });
  for (;;) {
    const { imported } = await driver.call('transfer.poll', { waitMs: 1000 });
    if (imported !== null) return imported;
  }
};

/** Exports everything as main does and answers with the report. */
export const exportAll = async (driver: Driver, file: string): Promise<ExportReport> => {
  await driver.call('transfer.exportAll', { file });
  for (;;) {
    const { exported } = await driver.call('transfer.poll', { waitMs: 1000 });
    if (exported !== null) return exported;
  }
};

/** Exports several chats as main does and answers with the report. */
export const exportChats = async (
  driver: Driver,
  task: OpInput<'transfer.exportChats'>,
): Promise<ExportReport> => {
  await driver.call('transfer.exportChats', task);
  for (;;) {
    const { exported } = await driver.call('transfer.poll', { waitMs: 1000 });
    if (exported !== null) return exported;
  }
};

/** The titles of all chats, latest first. */
export const titles = async (driver: Driver): Promise<readonly string[]> =>
  (await driver.call('chat.page', { cursor: null, limit: 100 })).chats.map(({ title }) => title);

/** The path of the chat with this title. */
export const pathOf = async (driver: Driver, title: string): Promise<readonly Message[]> => {
  const { chats } = await driver.call('chat.page', { cursor: null, limit: 100 });
  const chat = chats.find((each) => each.title === title);
  if (chat === undefined) throw new Error(`No chat ${title}`);
  const { transcript } = await driver.call('chat.open', { chatId: chat.id, limit: 1000 });
  return transcript.entries.map(({ message }) => message);
};

/** Who says what on the path of the chat with this title. */
export const linesOf = async (driver: Driver, title: string): Promise<readonly string[]> =>
  (await pathOf(driver, title)).map(({ role, parts }) => `${role}: ${textOf(parts)}`);

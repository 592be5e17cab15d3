import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Writer } from '../../../../main/backstage/database/database';
import { openHistory } from '../../../../main/backstage/database/open-history';
import { insertChat, moveLeaf } from '../../../../main/backstage/history/chats';
import { insertMessage } from '../../../../main/backstage/history/write-message';
import { migrations } from '../../../../main/backstage/migrations/migrations';
import { indexQueued, isIndexing } from '../../../../main/backstage/search/index-queue';
import type { SearchHit, SearchInput, SearchPage } from '../../../../preload/contract/search';
import { type Driver, KEY, OPTIONS, openDriver, temporaryFolder } from '../support';

/** A page of hits. */
export const search = (
  driver: Driver,
  query: string,
  input: Partial<SearchInput> = {},
): Promise<SearchPage> =>
  driver.call('search.messages', { query, order: 'newest', chatId: null, cursor: null, ...input });

/** What a hit says; `#`: it is a chat, found by its title. */
export const shown = (hit: SearchHit): string => `${hit.byTitle ? '# ' : ''}${hit.snippet.text}`;
/** What is found, in order. */
export const found = async (driver: Driver, query: string, chatId: string | null = null) =>
  (await search(driver, query, { chatId })).hits.map(shown);

/** Adds a message and answers with its chat's id. */
export const add = async (
  driver: Driver,
  chatId: string | null,
  text: string,
  role: 'user' | 'assistant' = 'user',
) => (await driver.call('chat.addMessage', { chatId, role, text, options: OPTIONS, limit: 1 })).chat.id;

/** A history that already holds these chats, many messages being quickly written: by title the texts, oldest first. */
export const openFilled = async (chats: Readonly<Record<string, readonly string[]>>): Promise<Driver> => {
  const file = path.join(temporaryFolder(), 'history.db');
  const { database } = openHistory(file, KEY);
  database.write((writer) => {
    for (const [title, texts] of Object.entries(chats)) {
      const chatSeq = insertChat(writer, { id: uuidv7(), title, createdAt: 1 }, OPTIONS);
      let parentSeq: number | null = null;
      for (const [depth, text] of texts.entries()) {
        const parts = [{ type: 'text' as const, text }];
        const message = {
          id: uuidv7(),
          role: 'user',
          status: 'complete',
          createdAt: depth,
          answer: null,
          parts,
        } as const;
        parentSeq = insertMessage(writer, { chatSeq, parentSeq, depth }, message);
      }
      moveLeaf(writer, chatSeq, parentSeq, 1);
    }
    while (isIndexing(writer)) indexQueued(writer, Number.MAX_SAFE_INTEGER);
  });
  database.close();
  return (await openDriver(undefined, file)).driver;
};

/** Makes a history one from before a migration, so that opening it migrates it again: without the tables made since. */
export const rewindBefore = (version: number, writer: Writer): void => {
  const since = migrations.filter((each) => each.version >= version);
  for (const { sql } of since)
    for (const [, table] of sql.matchAll(/CREATE TABLE (\w+)/g)) writer.script(`DROP TABLE ${table}`);
  writer.script(`PRAGMA user_version = ${version - 1}`);
};

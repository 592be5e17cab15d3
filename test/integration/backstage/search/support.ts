import type { SearchHit, SearchInput, SearchPage } from '../../../../preload/contract/search';
import { type Driver, OPTIONS } from '../support';

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

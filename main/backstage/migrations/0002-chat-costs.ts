import type { Migration } from './migration';

/**
 * What a chat has cost, kept with it: adding its answers up anew would read every one of them.
 * - `cost_usd`: US dollars of the requests whose price and usage are known; null until there is one.
 * - `unpriced`: requests that cost something unknown.
 */
export const chatCosts: Migration = {
  version: 2,
  sql: `
ALTER TABLE chats ADD COLUMN cost_usd REAL;
ALTER TABLE chats ADD COLUMN unpriced INTEGER NOT NULL DEFAULT 0;
`,
};

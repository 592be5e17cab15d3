import type { Migration } from './migration';

/**
 * Answers shown side by side: those of one request, or those of one comparison, which makes a request per model or value.
 */
export const comparisons: Migration = {
  version: 6,
  sql: `
ALTER TABLE messages ADD COLUMN group_id TEXT
  GENERATED ALWAYS AS (ifnull(answer ->> '$.comparisonId', answer ->> '$.turnId')) VIRTUAL;
`,
};

import type { Migration } from './migration';

/**
 * Answers shown side by side: those of one request, or those of one comparison, which makes a request per model or value.
 * `comparison_id` is null for answers that were not made to be compared.
 */
export const comparisons: Migration = {
  version: 6,
  sql: `
ALTER TABLE messages ADD COLUMN group_id TEXT
  GENERATED ALWAYS AS (ifnull(answer ->> '$.comparisonId', answer ->> '$.turnId')) VIRTUAL;
ALTER TABLE messages ADD COLUMN comparison_id TEXT GENERATED ALWAYS AS (answer ->> '$.comparisonId') VIRTUAL;

CREATE INDEX messages_compared ON messages (chat_seq, seq) WHERE comparison_id IS NOT NULL;
`,
};

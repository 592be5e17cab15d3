import type { Migration } from './migration';

/**
 * Drafts hold all that is typed and chosen, not the text alone.
 * - `drafts.role`: whose message it is. `drafts.name`: JSON, of the participant; null: none.
 * - `edit_drafts.text`: may be the JSON null. What is null there (`attachments`, `name`: SQL's) is as in the message.
 */
export const wholeDrafts: Migration = {
  version: 14,
  sql: `
ALTER TABLE drafts ADD COLUMN role TEXT NOT NULL DEFAULT 'user'
  CHECK (role IN ('user', 'assistant', 'system', 'developer'));
ALTER TABLE drafts ADD COLUMN name TEXT CHECK (json_valid(name));
ALTER TABLE edit_drafts ADD COLUMN attachments TEXT CHECK (json_valid(attachments));
ALTER TABLE edit_drafts ADD COLUMN name TEXT CHECK (json_valid(name));
`,
};

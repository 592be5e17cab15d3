import type { Migration } from './migration';

/** JSON of what stands beside the text that is typed in the small window. */
export const quickAttachments: Migration = {
  version: 20,
  sql: `
ALTER TABLE quick_draft ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attachments));
`,
};

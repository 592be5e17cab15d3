import type { Migration } from './migration';

/**
 * - `import_pieces`: what an import must look up later, because its format keeps the parts of a message apart from it; empty
 *   while none runs. JSON, here and not in a temporary file because everything on disk is encrypted.
 */
export const imports: Migration = {
  version: 9,
  sql: `
CREATE TABLE import_pieces (
  id TEXT PRIMARY KEY,
  piece TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};

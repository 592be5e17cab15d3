import type { Reader, Writer } from '../database/database';
import { json } from '../database/row';

/** What is typed in the small window for a chat that does not exist yet. */
export const readQuickDraft = (reader: Reader): string => {
  const row = reader.first('SELECT text FROM quick_draft', []);
  return row ? json<string>(row, 'text') : '';
};

/** Keeps it; the empty text forgets it. */
export const saveQuickDraft = (writer: Writer, text: string): void => {
  writer.run('DELETE FROM quick_draft', []);
  // As JSON: a text of SQLite ends at its first NUL.
  if (text !== '') writer.run('INSERT INTO quick_draft (only, text) VALUES (1, ?)', [JSON.stringify(text)]);
};

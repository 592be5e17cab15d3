import type { Attachment } from '../../../preload/contract/attachments';
import type { Draft } from '../../../preload/contract/history';
import type { Reader, Writer } from '../database/database';
import { json } from '../database/row';
import { below } from './drafts';

/** What is typed in the small window for a chat that does not exist yet, and what stands beside it. Null: nothing. */
export const readQuickDraft = (reader: Reader): Draft | null => {
  const row = reader.first('SELECT text, attachments FROM quick_draft', []);
  if (!row) return null;
  const attachments = json<readonly Attachment[]>(row, 'attachments');
  return {
    text: json<string>(row, 'text'),
    options: null,
    ...(attachments.length === 0 ? {} : { attachments }),
  };
};

/** Keeps it; nothing forgets it. */
export const saveQuickDraft = (writer: Writer, text: string, attachments: readonly Attachment[]): void => {
  writer.run('DELETE FROM quick_draft', []);
  if (text === '' && attachments.length === 0) return;
  writer.run('INSERT INTO quick_draft (only, text, attachments) VALUES (1, ?, ?)', [
    // As JSON: a text of SQLite ends at its first NUL.
    JSON.stringify(text),
    JSON.stringify(attachments),
  ]);
};

/** Puts a text below what is kept. */
export const appendToQuickDraft = (writer: Writer, text: string): void => {
  const stored = readQuickDraft(writer);
  saveQuickDraft(writer, below(stored?.text ?? '', text), stored?.attachments ?? []);
};

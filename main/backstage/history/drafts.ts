import type { Attachment } from '../../../preload/contract/attachments';
import type { Draft } from '../../../preload/contract/history';
import type { ChatOptions } from '../../../preload/contract/parameters';
import type { WrittenRole } from '../../../preload/contract/roles';
import type { Reader, Writer } from '../database/database';
import { json, jsonOrNull, text as textOf } from '../database/row';

/** The draft of a chat, or (null) of the chat that does not exist yet. */
export const readDraft = (reader: Reader, chatSeq: number | null): Draft | null => {
  const row = reader.first(
    'SELECT text, options, attachments, role, name FROM drafts WHERE ifnull(chat_seq, 0) = ifnull(?, 0)',
    [chatSeq],
  );
  if (!row) return null;
  const attachments = json<readonly Attachment[]>(row, 'attachments');
  const role = textOf(row, 'role') as WrittenRole;
  const name = jsonOrNull<string>(row, 'name');
  return {
    text: json<string>(row, 'text'),
    options: jsonOrNull<ChatOptions>(row, 'options'),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(role === 'user' ? {} : { role }),
    ...(name === null ? {} : { name }),
  };
};

const dropDraft = (writer: Writer, chatSeq: number | null): void => {
  writer.run('DELETE FROM drafts WHERE ifnull(chat_seq, 0) = ifnull(?, 0)', [chatSeq]);
};

/** Keeps a draft in place of the one before; one that holds nothing removes it. */
export const saveDraft = (writer: Writer, chatSeq: number | null, draft: Draft): void => {
  const { text, options, attachments = [], role = 'user', name } = draft;
  dropDraft(writer, chatSeq);
  const isEmpty = text === '' && options === null && attachments.length === 0;
  if (isEmpty && role === 'user' && name === undefined) return;
  writer.run(
    'INSERT INTO drafts (chat_seq, text, options, attachments, role, name) VALUES (?, ?, ?, ?, ?, ?)',
    [
      chatSeq,
      JSON.stringify(text),
      options && JSON.stringify(options),
      JSON.stringify(attachments),
      role,
      name === undefined ? null : JSON.stringify(name),
    ],
  );
};

/** Two texts one below the other, as the page puts them; an empty one leaves no gap. */
export const below = (stored: string, text: string): string =>
  [stored, text].filter((each) => each !== '').join('\n\n');

/** Puts a text below the draft that is stored, and leaves what stands beside it. */
export const appendToDraft = (writer: Writer, chatSeq: number | null, text: string): void => {
  const stored = readDraft(writer, chatSeq) ?? { text: '', options: null };
  saveDraft(writer, chatSeq, { ...stored, text: below(stored.text, text) });
};

/** Removes the draft that was sent. Sending from elsewhere (an edited message) leaves another draft alone. */
export const clearSentDraft = (
  writer: Writer,
  chatSeq: number | null,
  sent: { readonly text: string; readonly fromComposer: boolean },
): void => {
  if (sent.fromComposer || readDraft(writer, chatSeq)?.text === sent.text) dropDraft(writer, chatSeq);
};

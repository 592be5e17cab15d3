import type { Draft } from '../../../preload/contract/history';
import type { ChatOptions } from '../../../preload/contract/parameters';
import type { Reader, Writer } from '../database/database';
import { json, jsonOrNull } from '../database/row';

/** The draft of a chat, or (null) of the chat that does not exist yet. */
export const readDraft = (reader: Reader, chatSeq: number | null): Draft | null => {
  const row = reader.first('SELECT text, options FROM drafts WHERE ifnull(chat_seq, 0) = ifnull(?, 0)', [
    chatSeq,
  ]);
  if (!row) return null;
  return { text: json<string>(row, 'text'), options: jsonOrNull<ChatOptions>(row, 'options') };
};

const dropDraft = (writer: Writer, chatSeq: number | null): void => {
  writer.run('DELETE FROM drafts WHERE ifnull(chat_seq, 0) = ifnull(?, 0)', [chatSeq]);
};

/** Keeps a draft in place of the one before; an empty text without options removes it. */
export const saveDraft = (writer: Writer, chatSeq: number | null, draft: Draft): void => {
  dropDraft(writer, chatSeq);
  if (draft.text === '' && draft.options === null) return;
  writer.run('INSERT INTO drafts (chat_seq, text, options) VALUES (?, ?, ?)', [
    chatSeq,
    JSON.stringify(draft.text),
    draft.options && JSON.stringify(draft.options),
  ]);
};

/** Removes the draft that was sent. Sending from elsewhere (an edited message) leaves another draft alone. */
export const clearSentDraft = (
  writer: Writer,
  chatSeq: number | null,
  sent: { readonly text: string; readonly fromComposer: boolean },
): void => {
  if (sent.fromComposer || readDraft(writer, chatSeq)?.text === sent.text) dropDraft(writer, chatSeq);
};

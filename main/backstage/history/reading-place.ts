import type { ReadingPlace } from '../../../preload/contract/reading-place';
import type { Reader, Writer } from '../database/database';
import { integer } from '../database/row';
import { findMessageOf } from './messages';

/** Where the reader of a chat left it; null: at its end. */
export const readPlace = (
  reader: Reader,
  chatSeq: number,
): { readonly messageSeq: number; readonly offset: number } | null => {
  const row = reader.first('SELECT message_seq, offset FROM reading_places WHERE chat_seq = ?', [chatSeq]);
  return row === undefined
    ? null
    : { messageSeq: integer(row, 'message_seq'), offset: integer(row, 'offset') };
};

/** Keeps where a chat is read; null: at its end, wherever that will be. Errors: `history.notFound`. */
export const savePlace = (writer: Writer, chatSeq: number, place: ReadingPlace | null): void => {
  writer.run('DELETE FROM reading_places WHERE chat_seq = ?', [chatSeq]);
  if (place === null) return;
  const { seq } = findMessageOf(writer, chatSeq, place.messageId);
  writer.run('INSERT INTO reading_places (chat_seq, message_seq, offset) VALUES (?, ?, ?)', [
    chatSeq,
    seq,
    place.offset,
  ]);
};

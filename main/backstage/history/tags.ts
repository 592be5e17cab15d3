import { foldText } from '../../../preload/contract/fold-text';
import { MAX_TAGS, type TagCount } from '../../../preload/contract/organise';
import { Failure } from '../../../preload/contract/result';
import type { Reader, Writer } from '../database/database';
import { integer, integerOrNull, text } from '../database/row';
import { cleanTitle } from './title';

/** How tags are compared: without case, accents and space at the ends. */
export const foldTag = (name: string): string => foldText(cleanTitle(name));

const findTag = (reader: Reader, name: string): number | null =>
  integerOrNull(
    reader.first('SELECT seq FROM tags WHERE folded = ?', [foldTag(name)]) ?? { seq: null },
    'seq',
  );

const MAX_TAG_LENGTH = 50;

/** Whether there is room for a tag that something else than the page names. */
export const mayAddTag = (reader: Reader, name: string): boolean => {
  const { count } = reader.first('SELECT count(*) AS count FROM tags') ?? {};
  const isTag = cleanTitle(name) !== '' && name.length <= MAX_TAG_LENGTH;
  return isTag && (findTag(reader, name) !== null || Number(count) < MAX_TAGS);
};

const keepTag = (writer: Writer, name: string): number => {
  const known = findTag(writer, name);
  if (known !== null) return known;
  const cleaned = cleanTitle(name);
  if (cleaned === '') throw new Failure('request.invalid', 'A tag needs at least one visible character');
  const { count } = writer.first('SELECT count(*) AS count FROM tags') ?? {};
  if (count === MAX_TAGS) throw new Failure('request.invalid', 'There are too many tags');
  const row = writer.first('INSERT INTO tags (name, folded) VALUES (?, ?) RETURNING seq', [
    cleaned,
    foldTag(name),
  ]);
  return integer(row ?? {}, 'seq');
};

/** Gives a chat a tag. Tells whether it had not had it. Errors: `request.invalid`. */
export const addTag = (writer: Writer, chatSeq: number, name: string): boolean =>
  writer.run('INSERT OR IGNORE INTO chat_tags (chat_seq, tag_seq) VALUES (?, ?)', [
    chatSeq,
    keepTag(writer, name),
  ]) > 0;

/** Takes a tag from a chat, and away altogether where no chat has it any more. Tells whether the chat had it. */
export const removeTag = (writer: Writer, chatSeq: number, name: string): boolean => {
  const seq = findTag(writer, name);
  if (seq === null) return false;
  const had = writer.run('DELETE FROM chat_tags WHERE chat_seq = ? AND tag_seq = ?', [chatSeq, seq]) > 0;
  writer.run(
    'DELETE FROM tags WHERE seq = ? AND NOT EXISTS (SELECT 1 FROM chat_tags WHERE tag_seq = tags.seq)',
    [seq],
  );
  return had;
};

/** All tags of chats that are not in the Trash, by name. */
export const listTags = (reader: Reader): readonly TagCount[] =>
  reader
    .all(
      `SELECT t.name, count(*) AS count FROM tags t
        CROSS JOIN chat_tags ct ON ct.tag_seq = t.seq CROSS JOIN chats c ON c.seq = ct.chat_seq
      WHERE c.trashed_at IS NULL GROUP BY t.seq ORDER BY t.folded LIMIT ?`,
      [MAX_TAGS],
    )
    .map((row) => ({ name: text(row, 'name'), chatCount: integer(row, 'count') }));

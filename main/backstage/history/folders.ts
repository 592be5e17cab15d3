import { v7 as uuidv7 } from 'uuid';
import {
  type Folder,
  type FolderInput,
  MAX_FOLDER_DEPTH,
  MAX_FOLDERS,
  type RemovedFolder,
} from '../../../preload/contract/organise';
import { Failure } from '../../../preload/contract/result';
import type { Reader, Writer } from '../database/database';
import { integer, integerOrNull, text, textOrNull } from '../database/row';
import { cleanTitle } from './title';

/** All folders by name. */
export const listFolders = (reader: Reader): readonly Folder[] =>
  reader
    .all(
      `SELECT f.id, f.name, p.id AS parent_id,
        (SELECT count(*) FROM chats c
          WHERE c.folder_seq = f.seq AND c.folder_seq IS NOT NULL AND c.trashed_at IS NULL AND c.archived_at IS NULL) AS count
      FROM folders f LEFT JOIN folders p ON p.seq = f.parent_seq LIMIT ?`,
      [MAX_FOLDERS],
    )
    .map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      parentId: textOrNull(row, 'parent_id'),
      chatCount: integer(row, 'count'),
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));

/** The `seq` of a folder. Errors: `history.notFound`. */
export const findFolder = (reader: Reader, id: string): number => {
  const row = reader.first('SELECT seq FROM folders WHERE id = ?', [id]);
  if (!row) throw new Failure('history.notFound', 'No such folder');
  return integer(row, 'seq');
};

/** The folders above one, itself first. */
const lineOf = (reader: Reader, seq: number): readonly number[] =>
  reader
    .all(
      `WITH RECURSIVE line (seq, step) AS (
        SELECT ?, 1 UNION ALL
        SELECT f.parent_seq, step + 1 FROM line JOIN folders f ON f.seq = line.seq
        WHERE f.parent_seq IS NOT NULL AND step <= ?
      ) SELECT seq FROM line`,
      [seq, MAX_FOLDERS],
    )
    .map((row) => integer(row, 'seq'));

/** Levels of folders from this one down, itself counted. */
const heightOf = (reader: Reader, seq: number): number => {
  const row = reader.first(
    `WITH RECURSIVE below (seq, step) AS (
      SELECT ?, 1 UNION ALL
      SELECT f.seq, step + 1 FROM below JOIN folders f ON f.parent_seq = below.seq WHERE step <= ?
    ) SELECT max(step) AS height FROM below`,
    [seq, MAX_FOLDERS],
  );
  return integer(row ?? {}, 'height');
};

const checkPlace = (reader: Reader, seq: number | null, parentSeq: number): void => {
  const line = lineOf(reader, parentSeq);
  if (seq !== null && line.includes(seq))
    throw new Failure('request.invalid', 'A folder cannot be put into itself');
  if (line.length + (seq === null ? 1 : heightOf(reader, seq)) > MAX_FOLDER_DEPTH)
    throw new Failure('request.invalid', 'Folders are nested too deeply');
};

const addFolder = (writer: Writer, name: string, parentSeq: number | null, id: string = uuidv7()): void => {
  const { count } = writer.first('SELECT count(*) AS count FROM folders') ?? {};
  if (count === MAX_FOLDERS) throw new Failure('request.invalid', 'There are too many folders');
  writer.run('INSERT INTO folders (id, parent_seq, name) VALUES (?, ?, ?)', [id, parentSeq, name]);
};

/** Names of a folder and those around it, the outermost first. Errors: `history.notFound`. */
export const folderPath = (reader: Reader, id: string): readonly string[] =>
  lineOf(reader, findFolder(reader, id))
    .map((seq) => text(reader.first('SELECT name FROM folders WHERE seq = ?', [seq]) ?? {}, 'name'))
    .reverse();

const MAX_NAME_LENGTH = 100;

/**
 * The folder with these names, the outermost first; missing ones are made. Null: none is named, or there is no room for so
 * many.
 */
export const folderNamed = (writer: Writer, names: readonly string[]): number | null => {
  let parentSeq: number | null = null;
  for (const name of names.slice(0, MAX_FOLDER_DEPTH)) {
    const cleaned = cleanTitle(name).slice(0, MAX_NAME_LENGTH);
    const find = () =>
      writer.first('SELECT seq FROM folders WHERE parent_seq IS ? AND name = ?', [parentSeq, cleaned]);
    const { count } = writer.first('SELECT count(*) AS count FROM folders') ?? {};
    if (cleaned === '' || (find() === undefined && count === MAX_FOLDERS)) return parentSeq;
    if (find() === undefined) addFolder(writer, cleaned, parentSeq);
    parentSeq = integer(find() ?? {}, 'seq');
  }
  return parentSeq;
};

/**
 * Makes a folder, or renames and moves one. Errors: `history.notFound`, `request.invalid` (no visible name, a folder within
 * itself, too many or too deeply nested).
 */
export const saveFolder = (writer: Writer, { id, name, parentId }: FolderInput): void => {
  const cleaned = cleanTitle(name);
  if (cleaned === '') throw new Failure('request.invalid', 'A folder needs at least one visible character');
  const seq = id === null ? null : findFolder(writer, id);
  const parentSeq = parentId === null ? null : findFolder(writer, parentId);
  if (parentSeq !== null) checkPlace(writer, seq, parentSeq);
  if (seq === null) addFolder(writer, cleaned, parentSeq);
  else writer.run('UPDATE folders SET name = ?, parent_seq = ? WHERE seq = ?', [cleaned, parentSeq, seq]);
};

/**
 * Removes a folder. What is in it, chats and folders, goes to the folder around it. Answers with what puts it back. Errors:
 * `history.notFound`.
 */
export const deleteFolder = (writer: Writer, id: string): RemovedFolder => {
  const seq = findFolder(writer, id);
  const own = writer.first(
    'SELECT f.name, f.parent_seq, p.id AS parent_id FROM folders f LEFT JOIN folders p ON p.seq = f.parent_seq WHERE f.seq = ?',
    [seq],
  );
  const idsOf = (sql: string) => writer.all(sql, [seq]).map((row) => text(row, 'id'));
  const removed = {
    id,
    name: text(own ?? {}, 'name'),
    parentId: textOrNull(own ?? {}, 'parent_id'),
    folderIds: idsOf('SELECT id FROM folders WHERE parent_seq = ?'),
    chatIds: idsOf('SELECT id FROM chats WHERE folder_seq = ?'),
  };
  const around = integerOrNull(own ?? {}, 'parent_seq');
  writer.run('UPDATE chats SET folder_seq = ? WHERE folder_seq = ?', [around, seq]);
  writer.run('UPDATE folders SET parent_seq = ? WHERE parent_seq = ?', [around, seq]);
  writer.run('DELETE FROM folders WHERE seq = ?', [seq]);
  return removed;
};

/**
 * Puts a removed folder back, and into it what stood there and is where the removal left it. Where the folder around it is
 * gone, it stands at the top. Errors: `request.invalid` (too many folders, or nested too deeply).
 */
export const restoreFolder = (writer: Writer, removed: RemovedFolder): void => {
  const { id, name, parentId, folderIds, chatIds } = removed;
  const around = writer.first('SELECT seq FROM folders WHERE id = ?', [parentId]);
  const parentSeq = around ? integer(around, 'seq') : null;
  addFolder(writer, name, parentSeq, id);
  const seq = findFolder(writer, id);
  const put = (table: 'chats' | 'folders', column: string, ids: readonly string[]) =>
    writer.run(
      `UPDATE ${table} SET ${column} = ? WHERE ${column} IS ? AND seq <> ? AND id IN (SELECT value FROM json_each(?))`,
      [seq, parentSeq, table === 'folders' ? seq : -1, JSON.stringify(ids)],
    );
  put('folders', 'parent_seq', folderIds);
  put('chats', 'folder_seq', chatIds);
  if (parentSeq !== null) checkPlace(writer, seq, parentSeq);
};

import type { Reader } from '../database/database';
import { integer, text, textOrNull } from '../database/row';

/** A column as it is copied. */
interface Column {
  readonly name: string;
  readonly isText: boolean;
}

/** What a table looks like, by a sound database of the same version. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The key's columns of a table without rowid; null: it has one. */
  readonly key: readonly string[] | null;
  /** Tables that its rows need. */
  readonly needs: readonly string[];
  /** Columns that refer to a row which may come later: they are filled in at the end. */
  readonly later: readonly string[];
}

/** What is made anew from the rest, or of no use any more. */
const MADE_ANEW = new Set([
  'message_blobs',
  'token_counts',
  'searched_models',
  'message_search_queue',
  'chat_search_queue',
  'import_pieces',
  'growing',
  'room_probe',
]);

const isOfSearch = (name: string): boolean => /^(message|chat)_search/.test(name);

const shapeOf = (reader: Reader, name: string, sql: string): TableShape => {
  const info = reader.all(`PRAGMA table_info("${name}")`);
  const columns = info.map((row) => ({ name: text(row, 'name'), isText: text(row, 'type') === 'TEXT' }));
  const key = info.filter((row) => integer(row, 'pk') > 0).map((row) => text(row, 'name'));
  const links = reader.all(`PRAGMA foreign_key_list("${name}")`);
  const target = (row: (typeof links)[number]) => text(row, 'table');
  const isLater = (row: (typeof links)[number]) =>
    // A chat's leaf is one of its messages, which need their chat. What a file's text is came before it.
    (target(row) === name && name !== 'messages' && name !== 'blobs') ||
    (name === 'chats' && target(row) === 'messages');
  return {
    name,
    columns,
    key: /WITHOUT\s+ROWID\s*$/i.test(sql) ? key : null,
    needs: links.filter((row) => !isLater(row) && target(row) !== name).map(target),
    later: links
      .filter(isLater)
      .map((row) => text(row, 'from'))
      .filter((from) => from !== 'seq'),
  };
};

const inOrder = (shapes: readonly TableShape[]): readonly TableShape[] => {
  const ordered: TableShape[] = [];
  const add = (shape: TableShape): void => {
    if (ordered.includes(shape)) return;
    for (const need of shape.needs) {
      const needed = shapes.find(({ name }) => name === need);
      if (needed) add(needed);
    }
    ordered.push(shape);
  };
  for (const shape of shapes) add(shape);
  return ordered;
};

/** The tables that are copied, each after those it needs. */
export const tablesOf = (sound: Reader): readonly TableShape[] => {
  const rows = sound.all(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const shapes = rows
    .map((row) => ({ name: text(row, 'name'), sql: textOrNull(row, 'sql') ?? '' }))
    .filter(({ name }) => !MADE_ANEW.has(name) && !isOfSearch(name))
    .map(({ name, sql }) => shapeOf(sound, name, sql));
  return inOrder(shapes);
};

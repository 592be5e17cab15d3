import type { Database } from '../database/database';
import { json } from '../database/row';
import type { JsonValue } from './json-reader';
import { slowParse } from './slow-parse';
import { recordOf, textOrNull } from './untyped';

/*
 * Pieces of a file that are looked up by what names them, later and in any order: kept in the history while the import runs,
 * not in memory, where they may not fit, nor in a file of their own, which would not be encrypted.
 */

/** What is made of a value's text; null where it is no JSON, too large, or too deep to be written as a text. */
export const readPiece = async <T>(
  { pieces }: Pick<JsonValue, 'pieces'>,
  make: (value: unknown) => T | null | Promise<T | null>,
): Promise<T | null> => {
  try {
    return pieces === null ? null : await make(await slowParse(pieces));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof RangeError) return null;
    throw thrown;
  }
};

/** Keeps an object by the text under this key of it; one without is not kept. */
export const keepPiece = async (database: Database, value: JsonValue, key: string): Promise<void> => {
  const id = await readPiece(value, (piece) => textOrNull(recordOf(piece)[key]));
  if (id === null || id.includes('\0')) return;
  // As it was written: text that `JSON.parse` has read holds no NUL.
  const piece = Buffer.concat(value.pieces ?? []).toString('utf8');
  database.writeRelaxed((writer) => {
    writer.run('INSERT OR REPLACE INTO import_pieces (id, piece) VALUES (?, ?)', [id, piece]);
  });
};

/** A piece by its name; null: there is none. */
export const pieceById = (database: Database, id: string): unknown => {
  if (id.includes('\0')) return null;
  const row = database.first('SELECT piece FROM import_pieces WHERE id = ?', [id]);
  return row ? json<unknown>(row, 'piece') : null;
};

/** To be called before the first and after the last, and by whoever finds some of an import that was killed. */
export const dropPieces = (database: Database): void => {
  database.writeRelaxed((writer) => writer.run('DELETE FROM import_pieces'));
};

import { Failure } from '../../../preload/contract/result';

/** One row of a result, by column name. Read it through the functions below: they check what they hand out. */
export type Row = Readonly<Record<string, unknown>>;

const wrongType = (column: string, wanted: string): Failure =>
  new Failure('history.damaged', `Column ${column} does not hold ${wanted}`);

/** The text of a column. Throws `history.damaged` if it holds anything else. */
export const text = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw wrongType(column, 'text');
  return value;
};

/** The number of a column. Throws `history.damaged` if it holds anything else. */
export const integer = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw wrongType(column, 'a number');
  return value;
};

/** The bytes of a column. Throws `history.damaged` if it holds anything else. */
export const blob = (row: Row, column: string): Uint8Array => {
  const value = row[column];
  if (!(value instanceof ArrayBuffer)) throw wrongType(column, 'bytes');
  return new Uint8Array(value);
};

/** The text of a column, or null. */
export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column);

/** The number of a column, or null. */
export const integerOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : integer(row, column);

/**
 * The value of a JSON column. Everything that a person or a server writes is kept as JSON: its escapes keep NUL and
 * lone surrogates, which SQLite text as libsql reads it does not. The type is ours: only backstage writes the file.
 */
export const json = <T>(row: Row, column: string): T => {
  try {
    return JSON.parse(text(row, column)) as T;
  } catch {
    throw wrongType(column, 'JSON');
  }
};

/** The value of a JSON column, or null where it is NULL. */
export const jsonOrNull = <T>(row: Row, column: string): T | null =>
  row[column] === null ? null : json<T>(row, column);

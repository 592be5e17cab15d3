import { Failure } from '../../../preload/contract/result';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer } from '../database/row';
import type { SqlValue } from '../database/sql-value';
import type { TableShape } from './table-shape';

/** A row as it could be read. */
export interface SalvagedRow {
  /** The rowid; null in a table without. */
  readonly rowid: number | null;
  readonly values: Readonly<Record<string, SqlValue>>;
  /** A text in it was not UTF-8: signs stand for what could not be read. */
  readonly isMended: boolean;
}

/** Rows that are read at once; attached files may be large. */
const batchOf = ({ name }: TableShape): number => (name === 'blobs' ? 2 : 64);

/** libsql ends the whole process at a text that is not UTF-8: texts are read as bytes. */
const selected = ({ columns }: TableShape): string =>
  columns
    .map(({ name, isText }) => (isText ? `CAST("${name}" AS BLOB) AS "${name}"` : `"${name}"`))
    .join(', ');

const STRICT = new TextDecoder('utf-8', { fatal: true });
const LENIENT = new TextDecoder('utf-8');

const decode = (bytes: Uint8Array): { readonly text: string; readonly isMended: boolean } => {
  try {
    return { text: STRICT.decode(bytes), isMended: false };
  } catch {
    // NUL would not come back from SQLite.
    return { text: LENIENT.decode(bytes).replaceAll('\0', '\u{FFFD}'), isMended: true };
  }
};

const toRow = ({ columns }: TableShape, row: Row): SalvagedRow => {
  const values: Record<string, SqlValue> = {};
  let isMended = false;
  for (const { name, isText } of columns) {
    const value = row[name];
    if (value instanceof ArrayBuffer) {
      const bytes = new Uint8Array(value);
      const decoded = isText ? decode(bytes) : null;
      values[name] = decoded ? decoded.text : bytes;
      isMended ||= decoded?.isMended === true;
    } else values[name] = typeof value === 'number' || typeof value === 'string' ? value : null;
  }
  return { rowid: row.salvage_rowid === undefined ? null : integer(row, 'salvage_rowid'), values, isMended };
};

/** After so many queries in a row that failed there is nothing more to be had: a broken root leads nowhere. */
const MAX_FAILURES = 5000;

/** Reads a damaged database. */
class DamagedReader {
  readonly #source: Reader;
  #failures = 0;

  constructor(source: Reader) {
    this.#source = source;
  }

  get hasGivenUp(): boolean {
    return this.#failures >= MAX_FAILURES;
  }

  /** The rows of a query; null where the damage is in their way. */
  all(sql: string, parameters: readonly number[] = []): readonly Row[] | null {
    try {
      const rows = this.#source.all(sql, parameters);
      if (rows.length > 0) this.#failures = 0;
      return rows;
    } catch (thrown) {
      if (thrown instanceof Failure && thrown.code === 'history.diskFull') throw thrown;
      this.#failures += 1;
      return null;
    }
  }
}

/** No page holds more rows of our tables: what claims a greater rowid is broken. */
const ROWS_PER_PAGE = 64;

/** The last rowid that there may be: 0 in a table that can be read and is empty. */
const lastRowid = (source: DamagedReader, { name }: TableShape): number => {
  const [pages] = source.all('PRAGMA page_count') ?? [];
  const bound = (pages === undefined ? 0 : integer(pages, 'page_count')) * ROWS_PER_PAGE;
  const rows = source.all(`SELECT rowid AS salvage_rowid FROM "${name}" ORDER BY rowid DESC LIMIT 1`);
  if (rows === null) return bound;
  const [last] = rows;
  return last === undefined ? 0 : Math.min(integer(last, 'salvage_rowid'), bound);
};

/** About how many rows a table has, to tell how far reading it is; 0 for one without rowid, which are small. */
export const sizeOf = (damaged: Reader, shape: TableShape): number =>
  shape.key === null ? lastRowid(new DamagedReader(damaged), shape) : 0;

/**
 * The rows of a table in the order of their rowids, a block at a time. Each that does not come with its block is asked for by
 * itself: where an inner page is broken SQLite may miss rows without an error, or fail for all of them.
 */
function* inBlocks(source: DamagedReader, shape: TableShape): Generator<SalvagedRow> {
  const columns = `SELECT rowid AS salvage_rowid, ${selected(shape)} FROM "${shape.name}"`;
  const size = batchOf(shape);
  const last = lastRowid(source, shape);
  for (let after = 0; after < last && !source.hasGivenUp; after += size) {
    const rows =
      source.all(`${columns} WHERE rowid > ? AND rowid <= ? ORDER BY rowid`, [after, after + size]) ?? [];
    const found = new Map(rows.map((row) => [integer(row, 'salvage_rowid'), row]));
    for (let rowid = after + 1; rowid <= Math.min(after + size, last); rowid += 1) {
      const row = found.get(rowid) ?? source.all(`${columns} WHERE rowid = ?`, [rowid])?.[0];
      if (row !== undefined) yield toRow(shape, row);
    }
  }
}

/** From one end of a table without rowid as far as it can be read. */
function* fromEnd(source: DamagedReader, shape: TableShape, key: readonly string[], order: 'ASC' | 'DESC') {
  const by = key.map((name) => `"${name}" ${order}`).join(', ');
  const sql = `SELECT ${selected(shape)} FROM "${shape.name}" ORDER BY ${by} LIMIT ? OFFSET ?`;
  let batch = batchOf(shape);
  for (let offset = 0; ; ) {
    const rows = source.all(sql, [batch, offset]);
    if (rows === null && batch === 1) return false;
    if (rows === null) {
      batch = 1;
      continue;
    }
    for (const row of rows) yield toRow(shape, row);
    if (rows.length < batch) return true;
    offset += rows.length;
  }
}

/** Every row of a table that can be read; in a table without rowid some may come twice. */
export function* readRows(damaged: Reader, shape: TableShape): Generator<SalvagedRow> {
  const source = new DamagedReader(damaged);
  // Where even that fails, what says where the table is is lost: each of thousands of attempts would read it all again.
  if (source.all(`SELECT ${selected(shape)} FROM "${shape.name}" LIMIT 0`) === null) return;
  if (shape.key === null) {
    yield* inBlocks(source, shape);
    return;
  }
  const isWhole = yield* fromEnd(source, shape, shape.key, 'ASC');
  if (!isWhole) yield* fromEnd(source, shape, shape.key, 'DESC');
}

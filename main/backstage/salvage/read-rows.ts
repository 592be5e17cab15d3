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
const MAX_FAILURES = 2000;
/** Where the last row cannot be told. */
const MANY_ROWS = 2 ** 24;

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

/** All rows with `low < rowid ≤ high` that can be read: a stretch that cannot is cut in two until it is one row. */
function* stretch(
  source: DamagedReader,
  shape: TableShape,
  low: number,
  high: number,
): Generator<SalvagedRow> {
  const batch = batchOf(shape);
  const sql = `SELECT rowid AS salvage_rowid, ${selected(shape)} FROM "${shape.name}"
    WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ${batch}`;
  for (let after = low; after < high && !source.hasGivenUp; ) {
    const rows = source.all(sql, [after, high]);
    if (rows === null) {
      if (high - after <= 1) return;
      const middle = after + Math.floor((high - after) / 2);
      yield* stretch(source, shape, after, middle);
      yield* stretch(source, shape, middle, high);
      return;
    }
    for (const row of rows) yield toRow(shape, row);
    const last = rows.at(-1);
    const next = last === undefined ? high : integer(last, 'salvage_rowid');
    // A broken page may lead in circles.
    if (rows.length < batch || next <= after) return;
    after = next;
  }
}

/** The last rowid of a table. A broken page may claim any. */
const lastRowid = (source: DamagedReader, { name }: TableShape): number => {
  const [row] = source.all(`SELECT rowid AS salvage_rowid FROM "${name}" ORDER BY rowid DESC LIMIT 1`) ?? [];
  return Math.min(row === undefined ? MANY_ROWS : integer(row, 'salvage_rowid'), MANY_ROWS * 64);
};

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
  if (shape.key === null) {
    yield* stretch(source, shape, 0, lastRowid(source, shape));
    return;
  }
  const isWhole = yield* fromEnd(source, shape, shape.key, 'ASC');
  if (!isWhole) yield* fromEnd(source, shape, shape.key, 'DESC');
}

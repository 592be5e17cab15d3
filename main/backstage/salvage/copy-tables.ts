import { Failure } from '../../../preload/contract/result';
import type { Database, Reader, Writer } from '../database/database';
import type { SqlValue } from '../database/sql-value';
import { toFailure } from '../database/sqlite-failure';
import { countLost } from './lost-rows';
import { mendRow } from './mend-row';
import { readRows, type SalvagedRow, sizeOf } from './read-rows';
import { ensureChat, ensureParams, linkMessage, placed, settleLeaves } from './salvage-messages';
import { type TableShape, tablesOf } from './table-shape';

/** Rows of one transaction. */
const BATCH = 500;

/** What was seen while copying. */
export interface CopyCounts {
  untitledChats: number;
  movedMessages: number;
  mendedMessages: number;
  lostMessages: number;
  lostChats: number;
  lostRows: number;
}

type Values = Readonly<Record<string, SqlValue>>;

function* inBatches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Copies what can be read of a damaged history into a sound and empty one of the same version. */
export class TableCopy {
  readonly #source: Reader;
  readonly #copy: Database;
  readonly counts: CopyCounts = {
    untitledChats: 0,
    movedMessages: 0,
    mendedMessages: 0,
    lostMessages: 0,
    lostChats: 0,
    lostRows: 0,
  };
  /** What refers to rows that come later: applied at the end. */
  readonly #later: { readonly sql: string; readonly parameters: readonly SqlValue[] }[] = [];
  readonly #leaves = new Map<number, number>();
  /** Messages that rows refer to. */
  readonly #named = new Set<number>();

  constructor(source: Reader, copy: Database) {
    this.#source = source;
    this.#copy = copy;
  }

  /** @param onProgress told how far it is, from 0 to 1. Errors: `history.diskFull`. */
  run(onProgress: (done: number) => void): void {
    const shapes = tablesOf(this.#copy).map((shape) => ({ shape, size: sizeOf(this.#source, shape) }));
    const total = shapes.reduce((sum, { size }) => sum + size, 1);
    let before = 0;
    for (const { shape, size } of shapes) {
      for (const rows of inBatches(readRows(this.#source, shape))) {
        this.#copy.write((writer) => {
          for (const row of rows) this.#take(writer, shape, row);
        });
        onProgress((before + (rows.at(-1)?.rowid ?? 0)) / total);
      }
      before += size;
    }
    this.#copy.write((writer) => {
      for (const { sql, parameters } of this.#later) this.#attempt(() => writer.run(sql, parameters));
      settleLeaves(writer, this.#leaves);
    });
    this.counts.lostMessages = countLost(this.#source, this.#copy, 'messages', this.#named);
    this.counts.lostChats = countLost(this.#source, this.#copy, 'chats');
  }

  #take(writer: Writer, shape: TableShape, row: SalvagedRow): void {
    const values = mendRow(shape.name, row);
    if (shape.name === 'messages') this.#takeMessage(writer, shape, values, row.isMended);
    else this.#insert(writer, shape, this.#withoutLater(shape, values));
  }

  #takeMessage(writer: Writer, shape: TableShape, mended: Values, isMended: boolean): void {
    if (ensureChat(writer, mended)) this.counts.untitledChats += 1;
    ensureParams(writer, mended);
    if (typeof mended.parent_seq === 'number') this.#named.add(mended.parent_seq);
    const { values, isMoved } = placed(writer, mended);
    if (!this.#insert(writer, shape, values)) return;
    linkMessage(writer, values);
    if (isMoved) this.counts.movedMessages += 1;
    if (isMended) this.counts.mendedMessages += 1;
  }

  #withoutLater({ name, later }: TableShape, values: Values): Values {
    if (later.length === 0) return values;
    const { seq } = values;
    for (const column of later) {
      const value = values[column];
      if (typeof seq !== 'number' || typeof value !== 'number') continue;
      if (name === 'chats' && column === 'leaf_seq') {
        this.#leaves.set(seq, value);
        this.#named.add(value);
      } else
        this.#later.push({
          sql: `UPDATE "${name}" SET "${column}" = ? WHERE seq = ?`,
          parameters: [value, seq],
        });
    }
    return { ...values, ...Object.fromEntries(later.map((column) => [column, null])) };
  }

  #insert(writer: Writer, { name, columns }: TableShape, values: Values): boolean {
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    const sql = `INSERT OR IGNORE INTO "${name}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    const done = this.#attempt(() =>
      writer.run(
        sql,
        columns.map((column) => values[column.name]),
      ),
    );
    if (!done && name !== 'messages' && name !== 'chats') this.counts.lostRows += 1;
    return done;
  }

  /** False for what a sound history does not take: one statement, which SQLite then takes back by itself. */
  #attempt(act: () => void): boolean {
    try {
      act();
      return true;
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure instanceof Failure) throw failure;
      return false;
    }
  }
}

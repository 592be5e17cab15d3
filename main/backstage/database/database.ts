import { Failure } from '../../../preload/contract/result';
import { Batch } from './batch';
import type { Connection, NativeStatement } from './connection';
import { connect } from './connection';
import type { Row } from './row';
import type { SqlValue } from './sql-value';
import { toNative } from './sql-value';
import { toFailure } from './sqlite-failure';

type Parameters = readonly SqlValue[];

/** Reads. A function that takes a `Reader` cannot change anything. */
export interface Reader {
  /** All rows of a query. */
  all(sql: string, parameters?: Parameters): readonly Row[];
  /** The first row of a query; `sql` should bring at most one. */
  first(sql: string, parameters?: Parameters): Row | undefined;
}

/** Reads and writes inside one transaction; only `Database.write` hands one out. */
export interface Writer extends Reader {
  /** Runs one statement and tells how many rows it changed. */
  run(sql: string, parameters?: Parameters): number;
  /** Runs several statements without parameters: for migrations. */
  script(sql: string): void;
}

/** One encrypted SQLite database. Every access goes through here, because libsql's own has sharp edges (see `toNative`). */
export class Database implements Reader {
  readonly #connection: Connection;
  readonly #batch: Batch;
  readonly #statements = new Map<string, NativeStatement>();
  readonly #writer: Writer = {
    all: (sql, parameters) => this.all(sql, parameters),
    first: (sql, parameters) => this.first(sql, parameters),
    run: (sql, parameters = []) => this.#statement(sql).run(parameters.map(toNative)).changes,
    script: (sql) => this.#connection.exec(sql),
  };
  #readOnly = false;
  #isClosed = false;
  #begin: (writer: Writer) => () => void = () => () => undefined;

  /** Opens (or makes) the file; `database/open-history` checks the key first. */
  constructor(file: string, keyHex: string) {
    this.#connection = connect(file, keyHex);
    this.#batch = new Batch(this.#connection);
  }

  /** Errors: `history.damaged`, `history.unavailable` and the like, by `toFailure`. */
  all(sql: string, parameters: Parameters = []): readonly Row[] {
    try {
      return this.#statement(sql).all(parameters.map(toNative));
    } catch (thrown) {
      throw toFailure(thrown);
    }
  }

  /** As `all`, but one row. libsql's own `get` adds a `_metadata` column and leaves its statement open. */
  first(sql: string, parameters: Parameters = []): Row | undefined {
    return this.all(sql, parameters)[0];
  }

  /**
   * Runs `work` in one transaction: all of it is on disk when this returns, none of it when it throws.
   * Errors: `history.readOnly`, `history.diskFull`, and what `work` throws.
   */
  write<T>(work: (writer: Writer) => T): T {
    this.#assertWritable();
    this.#batch.settle();
    try {
      this.#connection.exec('BEGIN IMMEDIATE');
      const end = this.#begin(this.#writer);
      const result = work(this.#writer);
      end();
      this.#connection.exec('COMMIT');
      return result;
    } catch (thrown) {
      // SQLite itself has rolled back after some errors, for example when the disk is full.
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      throw toFailure(thrown);
    }
  }

  /** Calls `begin` at the beginning of every transaction of `write` from now on, and what it answers with at the end. Neither must throw for anything that can wait. */
  aroundWrites(begin: (writer: Writer) => () => void): void {
    this.#begin = begin;
  }

  /**
   * Writes what can be had again, many times faster than `write`: several calls share one transaction, in which each is whole
   * or not at all. A kill or power cut may take back the last of them until `onKept` is called, a power cut also more until
   * the next `write` or `sync`. What is read meanwhile has them.
   * Errors: as `write`; also why calls before this one were lost, which is told once.
   */
  writeRelaxed<T>(work: (writer: Writer) => T, onKept: (result: T) => void = () => undefined): T {
    this.#assertWritable();
    try {
      return this.#batch.add(() => work(this.#writer), onKept);
    } catch (thrown) {
      throw toFailure(thrown);
    }
  }

  /** Brings everything written so far to the disk itself. Errors: as `writeRelaxed` and `write`. */
  sync(): void {
    try {
      this.#batch.end();
    } catch (thrown) {
      throw toFailure(thrown);
    }
    // What is done at the end of transactions has been put off.
    this.write(() => undefined);
    this.all('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Writes a copy of the whole database, encrypted with the same key, to a file that does not exist yet. */
  copyTo(file: string): void {
    this.#batch.settle();
    this.all('VACUUM INTO ?', [file]);
  }

  /** True when every write throws `history.readOnly`. */
  get isReadOnly(): boolean {
    return this.#readOnly;
  }

  /** From now on every write throws `history.readOnly`. */
  refuseWrites(): void {
    this.all('PRAGMA query_only = ON');
    this.#readOnly = true;
  }

  /** Moves the write-ahead log into the file and closes. */
  close(): void {
    this.#batch.settle();
    try {
      if (!this.#readOnly) this.all('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // For example a full disk. Nothing is lost: what stays in the log is read at the next opening.
    }
    this.#isClosed = true;
    this.#statements.clear();
    this.#connection.close();
  }

  #assertWritable(): void {
    // libsql ends the whole process when it is asked for the state of a closed connection.
    if (this.#isClosed) throw new Failure('history.unavailable', 'The history is closed');
    if (this.#readOnly) throw new Failure('history.readOnly', 'The history is open for reading only');
  }

  #statement(sql: string): NativeStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

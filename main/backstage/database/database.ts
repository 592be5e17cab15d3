import { Failure } from '../../../preload/contract/result';
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
  readonly #statements = new Map<string, NativeStatement>();
  readonly #writer: Writer = {
    all: (sql, parameters) => this.all(sql, parameters),
    first: (sql, parameters) => this.first(sql, parameters),
    run: (sql, parameters = []) => this.#statement(sql).run(parameters.map(toNative)).changes,
    script: (sql) => this.#connection.exec(sql),
  };
  #readOnly = false;
  #beforeCommit: (writer: Writer) => void = () => undefined;

  /** Opens (or makes) the file; `database/open-history` checks the key first. */
  constructor(file: string, keyHex: string) {
    this.#connection = connect(file, keyHex);
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
    if (this.#readOnly) throw new Failure('history.readOnly', 'The history is open for reading only');
    try {
      this.#connection.exec('BEGIN IMMEDIATE');
      const result = work(this.#writer);
      this.#beforeCommit(this.#writer);
      this.#connection.exec('COMMIT');
      return result;
    } catch (thrown) {
      // SQLite itself has rolled back after some errors, for example when the disk is full.
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      throw toFailure(thrown);
    }
  }

  /** Does `work` at the end of every transaction from now on. It must not throw for anything that can wait. */
  beforeCommit(work: (writer: Writer) => void): void {
    this.#beforeCommit = work;
  }

  /**
   * As `write`, but a power cut may take the transaction back, whole, until the next `write` or `sync`: for what can be had
   * again, many times faster. A process that dies takes nothing back.
   */
  writeRelaxed<T>(work: (writer: Writer) => T): T {
    this.all('PRAGMA synchronous = NORMAL');
    try {
      return this.write(work);
    } finally {
      this.all('PRAGMA synchronous = FULL');
    }
  }

  /** Brings everything written so far to the disk itself. */
  sync(): void {
    this.all('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Writes a copy of the whole database, encrypted with the same key, to a file that does not exist yet. */
  copyTo(file: string): void {
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
    try {
      if (!this.#readOnly) this.all('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // For example a full disk. Nothing is lost: what stays in the log is read at the next opening.
    }
    this.#statements.clear();
    this.#connection.close();
  }

  #statement(sql: string): NativeStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

import Libsql from 'libsql';
import { Failure } from '../../../preload/contract/result';

/** The part of libsql's statement that is used; its own types are `any`. */
export interface NativeStatement {
  all(parameters: readonly unknown[]): Record<string, unknown>[];
  run(parameters: readonly unknown[]): { readonly changes: number };
}

/** The part of libsql's connection that is used. */
export interface Connection {
  readonly inTransaction: boolean;
  prepare(sql: string): NativeStatement;
  exec(sql: string): void;
  close(): void;
}

/** How long a statement waits for a lock, in milliseconds. */
export const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens a connection with SQLite's page encryption.
 * @param location a path or a `file:` URI.
 * @param keyHex the 256-bit key as 64 hexadecimal digits.
 * Errors: `history.unavailable`. A wrong key shows only at the first read.
 */
export const connect = (location: string, keyHex: string): Connection => {
  const options = { encryptionCipher: 'aes256cbc', encryptionKey: keyHex, timeout: BUSY_TIMEOUT_MS };
  try {
    return new Libsql(location, options) as unknown as Connection;
  } catch {
    // libsql's message holds the whole path and no code.
    throw new Failure('history.unavailable', 'The database file cannot be opened');
  }
};

import { Failure } from '../../../preload/contract/result';
import { BUSY_TIMEOUT_MS } from './connection';
import type { Database } from './database';

/** Settings of every connection, and what SQLite must answer when asked for them. */
const settings: ReadonlyArray<readonly [name: string, value: string, applied: string | number]> = [
  ['journal_mode', 'WAL', 'wal'],
  // FULL: what was acknowledged is on disk even when the power goes.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
  // Temporary files would not be encrypted.
  ['temp_store', 'MEMORY', 2],
  // In pages: a quarter of SQLite's own, so that whoever commits when the log is full waits for some 5 ms, not for 30.
  ['wal_autocheckpoint', '250', 250],
  // A log that a long reply made large shrinks again.
  ['journal_size_limit', '16777216', 16_777_216],
];

/** Sets and checks every setting. Errors: `history.unavailable` if one is not taken, and those of reading. */
export const applySettings = (database: Database): void => {
  for (const [name, value, applied] of settings) {
    database.all(`PRAGMA ${name} = ${value}`);
    const [answer] = Object.values(database.first(`PRAGMA ${name}`) ?? {});
    if (answer !== applied) throw new Failure('history.unavailable', `PRAGMA ${name} was not applied`);
  }
};

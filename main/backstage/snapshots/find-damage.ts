import type { Reader } from '../database/database';
import { blob, integer, text } from '../database/row';

/** Rows that are read at once. */
const BATCH = 100;

/** What people and servers have written. A flipped byte in it is seen by nothing that SQLite checks. */
const TEXTS = [
  "SELECT seq, CAST(parts || ifnull(answer, '') AS BLOB) AS bytes FROM messages WHERE seq > ? ORDER BY seq LIMIT ?",
  'SELECT seq, CAST(title || options AS BLOB) AS bytes FROM chats WHERE seq > ? ORDER BY seq LIMIT ?',
  'SELECT seq, CAST(params AS BLOB) AS bytes FROM param_sets WHERE seq > ? ORDER BY seq LIMIT ?',
];

const isText = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const allAreTexts = (reader: Reader, sql: string): boolean => {
  for (let after = 0; ; ) {
    const rows = reader.all(sql, [after, BATCH]);
    if (!rows.every((row) => isText(blob(row, 'bytes')))) return false;
    const last = rows.at(-1);
    if (last === undefined) return true;
    after = integer(last, 'seq');
  }
};

/**
 * Reads all of a history and tells whether something is wrong with it. Texts are read as bytes: libsql ends the whole
 * process at one that is not UTF-8. Errors: `history.damaged` where even that cannot be found out.
 */
export const findDamage = (reader: Reader): boolean => {
  const [verdict] = reader.all('PRAGMA quick_check(1)');
  if (verdict === undefined || text(verdict, 'quick_check') !== 'ok') return true;
  return !TEXTS.every((sql) => allAreTexts(reader, sql));
};

import path from 'node:path';
import { pathToFileURL } from 'node:url';

const BYTES = `
  SELECT s.tbl_name AS "table", sum(d.pgsize) AS bytes, sum(d.unused) AS unused
  FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
  GROUP BY 1 ORDER BY 2 DESC LIMIT 6`;
const TEXT = 'SELECT count(*) AS messages, sum(length(CAST(parts AS BLOB))) AS bytes FROM messages';

/**
 * Where the bytes of a history are, per message.
 * @param {string} bundle @param {string} file @param {string} keyHex
 * @returns {Promise<string>} a line
 */
export async function bytesPerMessage(bundle, file, keyHex) {
  const { openHistory } = await import(pathToFileURL(path.join(bundle, 'open-history.mjs')).href);
  const { database } = openHistory(file, keyHex);
  const { messages, bytes } = database.first(TEXT);
  const tables = database
    .all(BYTES)
    .map(
      (/** @type {any} */ row) =>
        `${row.table} ${Math.round(row.bytes / messages)} (${Math.round(row.unused / messages)} unused)`,
    );
  database.close();
  return `bytes per message: text ${Math.round(bytes / messages)}; ${tables.join(', ')}`;
}

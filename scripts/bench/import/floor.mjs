import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { conversation } from './export-file.mjs';

const CHATS = 500;
/** Chats of one transaction. */
const BATCH = 20;

/**
 * What cannot be done without: the same chats parsed, and each message written into a bare table of an encrypted database.
 * @param {string} bundle @param {string} folder @param {string} keyHex
 * @returns {Promise<number>} megabytes per second
 */
export async function bareSpeed(bundle, folder, keyHex) {
  const { openHistory } = await import(pathToFileURL(path.join(bundle, 'open-history.mjs')).href);
  const { database } = openHistory(path.join(folder, 'bare.db'), keyHex);
  database.all('PRAGMA synchronous = NORMAL');
  database.write((/** @type {any} */ writer) => writer.script('CREATE TABLE bare (id TEXT, message TEXT)'));
  const chats = Array.from({ length: CHATS }, (_, chat) => JSON.stringify(conversation(chat)));
  const began = performance.now();
  for (let from = 0; from < CHATS; from += BATCH)
    database.write((/** @type {any} */ writer) => {
      for (const json of chats.slice(from, from + BATCH))
        for (const { id, message } of Object.values(JSON.parse(json).mapping))
          writer.run('INSERT INTO bare VALUES (?, ?)', [id, JSON.stringify(message)]);
    });
  const seconds = (performance.now() - began) / 1000;
  database.close();
  return chats.reduce((sum, json) => sum + Buffer.byteLength(json), 0) / 1_000_000 / seconds;
}

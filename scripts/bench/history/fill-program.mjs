import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fill, fillIndex } from './fill.mjs';

// Writes a history and its index: node fill-program.mjs BUNDLE FILE KEY SHAPE, where SHAPE is the JSON of a `Shape`.
const [bundle = '', file = '', keyHex = '', shape = ''] = process.argv.slice(2);
const load = async (/** @type {string} */ name) =>
  import(pathToFileURL(path.join(bundle, `${name}.mjs`)).href);
const parts = Object.assign(
  {},
  ...(await Promise.all(['open-history', 'chats', 'write-message', 'index-queue', 'merge-index'].map(load))),
);
const { database } = parts.openHistory(file, keyHex);
fill(parts, database, JSON.parse(shape));
fillIndex(parts, database);
database.close();

import path from 'node:path';
import { Readable } from 'node:stream';
import { Failure } from '../../../preload/contract/result';
import type { BundleFormat } from '../../../preload/contract/transfer';
import { readBlob } from '../attachments/blobs';
import type { Reader } from '../database/database';
import { findChat, type StoredChat } from '../history/chats';
import { Pacer } from '../import/pacer';
import { chatHtml } from './chat-html';
import { chatJson } from './chat-json';
import { chatJsonl } from './chat-jsonl';
import { chatMarkdown } from './chat-markdown';
import { removeLeftovers } from './partial-files';
import { writeWhole } from './write-file';

const dataUrl = (reader: Reader, hash: string, mime: string): string =>
  `data:${mime};base64,${Buffer.from(readBlob(reader, hash).bytes).toString('base64')}`;

const piecesOf = (reader: Reader, stored: StoredChat, format: BundleFormat): Generator<string> => {
  switch (format) {
    case 'markdown':
      return chatMarkdown(reader, stored, (hash, mime) => dataUrl(reader, hash, mime));
    case 'json':
      return chatJson(reader, stored, { standsAlone: true, withDrafts: false });
    case 'jsonl':
      return chatJsonl(reader, stored);
    case 'html':
      return chatHtml(reader, stored);
  }
};

/** Largest page that is drawn, in bytes: it is in memory several times. */
const MAX_DRAWN_BYTES = 256 * 1024 * 1024;

/** A chat's page for drawing, as UTF-8: never on disk. Others get their turn while it is made. Errors: `history.notFound`, `transfer.notDrawn` (it is too large). */
export const drawablePage = async (reader: Reader, chatId: string): Promise<Uint8Array> => {
  const pieces: Buffer[] = [];
  const pacer = new Pacer();
  let size = 0;
  for (const piece of chatHtml(reader, findChat(reader, chatId), true)) {
    if (pacer.isDue) await pacer.pause();
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > MAX_DRAWN_BYTES) throw new Failure('transfer.notDrawn', 'The chat is too large to be drawn');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
};

/** Writes one chat to a file. Errors: `history.notFound`, `transfer.notWritten`. */
export const exportChat = async (
  reader: Reader,
  chatId: string,
  format: BundleFormat,
  file: string,
): Promise<void> => {
  const stored = findChat(reader, chatId);
  await removeLeftovers(path.dirname(file));
  await writeWhole(file, Readable.from(piecesOf(reader, stored, format)));
};

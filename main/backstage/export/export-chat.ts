import { Readable } from 'node:stream';
import type { ExportFormat } from '../../../preload/contract/transfer';
import { readBlob } from '../attachments/blobs';
import type { Reader } from '../database/database';
import { findChat, type StoredChat } from '../history/chats';
import { chatHtml } from './chat-html';
import { chatJson } from './chat-json';
import { chatJsonl } from './chat-jsonl';
import { chatMarkdown } from './chat-markdown';
import { writeWhole } from './write-file';

const dataUrl = (reader: Reader, hash: string, mime: string): string =>
  `data:${mime};base64,${Buffer.from(readBlob(reader, hash).bytes).toString('base64')}`;

const piecesOf = (reader: Reader, stored: StoredChat, format: ExportFormat): Generator<string> => {
  switch (format) {
    case 'markdown':
      return chatMarkdown(reader, stored, (hash, mime) => dataUrl(reader, hash, mime));
    case 'json':
      return chatJson(reader, stored, true);
    case 'jsonl':
      return chatJsonl(reader, stored);
    case 'html':
      return chatHtml(reader, stored);
  }
};

/** Writes one chat to a file. Errors: `history.notFound`, `transfer.notWritten`. */
export const exportChat = (
  reader: Reader,
  chatId: string,
  format: ExportFormat,
  file: string,
): Promise<void> => writeWhole(file, Readable.from(piecesOf(reader, findChat(reader, chatId), format)));

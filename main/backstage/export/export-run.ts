import path from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Options } from 'yazl';
import yazl from 'yazl';
import { type AppError, toAppError } from '../../../preload/contract/result';
import type { ExportReport, TransferProgress } from '../../../preload/contract/transfer';
import { readBlob } from '../attachments/blobs';
import type { Database, Reader } from '../database/database';
import { integer, text } from '../database/row';
import { SELECT_CHAT, type StoredChat, toStoredChat } from '../history/chats';
import { Cancelled } from '../import/cancelled';
import { EXPORT_VERSION } from './chat-file';
import { chatJson } from './chat-json';
import { chatMarkdown } from './chat-markdown';
import { attachmentName, chatName } from './names';
import { writeWhole } from './write-file';

/** Everything but what is in the Trash. */
const NEXT_CHAT = `${SELECT_CHAT} WHERE c.trashed_at IS NULL AND c.seq > ? ORDER BY c.seq LIMIT 1`;

const NEXT_BLOB = `
  SELECT b.seq, b.hash, b.mime FROM blobs b
  WHERE b.seq > ? AND (
    EXISTS (
      SELECT 1 FROM message_blobs l JOIN messages m ON m.seq = l.message_seq JOIN chats c ON c.seq = m.chat_seq
      WHERE l.blob_seq = b.seq AND c.trashed_at IS NULL)
    OR EXISTS (SELECT 1 FROM blobs f WHERE f.text_seq = b.seq AND f.seq <> b.seq))
  ORDER BY b.seq LIMIT 1`;

const countOf = (reader: Reader, sql: string): number => integer(reader.first(sql) ?? {}, 'count');

/** One export of everything into a ZIP, from its first byte to its report. */
export class ExportRun {
  readonly #database: Database;
  readonly #file: string;
  readonly #clock: () => number;
  readonly #zip = new yazl.ZipFile();
  readonly #totalChats: number;
  /** Aborted when nothing more can be written. */
  readonly #ended = new AbortController();
  #isCancelled = false;
  #chats = 0;
  #messages = 0;
  #attachments = 0;

  constructor(database: Database, file: string, clock: () => number) {
    this.#database = database;
    this.#file = file;
    this.#clock = clock;
    this.#totalChats = countOf(database, 'SELECT count(*) AS count FROM chats WHERE trashed_at IS NULL');
  }

  get progress(): TransferProgress {
    const [chats, messages] = [this.#chats, this.#messages];
    return { doneBytes: chats, totalBytes: this.#totalChats, chats, messages };
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  /** Runs to the end and tells what came of it. Never rejects; leaves no half file. */
  async run(): Promise<ExportReport> {
    const error = await this.#write();
    return {
      name: path.basename(this.#file),
      end: this.#isCancelled ? 'cancelled' : error === null ? 'complete' : 'failed',
      error,
      chats: this.#chats,
      messages: this.#messages,
      attachments: this.#attachments,
    };
  }

  async #write(): Promise<AppError | null> {
    const content = this.#zip.outputStream as Readable;
    // Where the one side ends early, the other must not wait for it.
    this.#zip.on('error', (thrown: Error) => content.destroy(thrown));
    content.once('close', () => this.#ended.abort());
    const filled = this.#fill().catch((thrown: unknown) => {
      content.destroy(thrown instanceof Error ? thrown : new Cancelled());
      throw thrown;
    });
    const ends = await Promise.allSettled([filled, writeWhole(this.#file, content)]);
    const causes = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    const cause = causes.find((each) => !(each instanceof Cancelled));
    return cause === undefined ? null : toAppError(cause);
  }

  async #fill(): Promise<void> {
    for (let seq = 0; ; ) {
      const row = this.#database.first(NEXT_CHAT, [seq]);
      if (!row) break;
      const stored = toStoredChat(row);
      await this.#addChat(stored);
      seq = stored.seq;
    }
    for (let seq = 0; ; ) {
      const row = this.#database.first(NEXT_BLOB, [seq]);
      if (!row) break;
      await this.#addBlob(text(row, 'hash'), text(row, 'mime'));
      seq = integer(row, 'seq');
    }
    await this.#add('parlance-export.json', [this.#manifest()]);
    this.#zip.end();
  }

  async #addChat(stored: StoredChat): Promise<void> {
    const name = chatName(stored.chat);
    const reader = this.#database;
    await this.#add(`chats/${name}.json`, chatJson(reader, stored, false));
    const linkTo = (hash: string, mime: string) => `../attachments/${attachmentName(hash, mime)}`;
    await this.#add(`markdown/${name}.md`, chatMarkdown(reader, stored, linkTo));
    this.#chats += 1;
    const count = 'SELECT count(*) AS count FROM messages WHERE chat_seq = ?';
    this.#messages += integer(reader.first(count, [stored.seq]) ?? {}, 'count');
  }

  async #addBlob(hash: string, mime: string): Promise<void> {
    const { bytes } = readBlob(this.#database, hash);
    // Images are packed already.
    await this.#add(
      `attachments/${attachmentName(hash, mime)}`,
      [Buffer.from(bytes)],
      !mime.startsWith('image/'),
    );
    this.#attachments += 1;
  }

  /** Adds a file and waits until it was written: what is not asked for yet is not in memory. */
  async #add(name: string, pieces: Iterable<string | Buffer>, compress = true): Promise<void> {
    if (this.#isCancelled) throw new Cancelled();
    const options: Partial<Options> = { mtime: new Date(this.#clock()), mode: 0o100600, compress };
    const done = new AbortController();
    await new Promise<void>((resolve, reject) => {
      const stream = Readable.from(this.#checked(pieces), { objectMode: false });
      stream.once('end', resolve);
      stream.once('error', reject);
      this.#ended.signal.addEventListener('abort', () => reject(new Cancelled()), {
        once: true,
        signal: done.signal,
      });
      this.#zip.addReadStream(stream, name, options);
    }).finally(() => done.abort());
    await nextTurn();
  }

  *#checked(pieces: Iterable<string | Buffer>): Generator<Buffer> {
    for (const piece of pieces) {
      if (this.#isCancelled) throw new Cancelled();
      yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    }
  }

  #manifest(): string {
    const exportedAt = new Date(this.#clock()).toISOString();
    const counts = { chats: this.#chats, messages: this.#messages, attachments: this.#attachments };
    return `${JSON.stringify({ parlance: EXPORT_VERSION, kind: 'export', exportedAt, ...counts }, null, 2)}\n`;
  }
}

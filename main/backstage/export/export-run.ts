import path from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AppError, Failure, toAppError } from '../../../preload/contract/result';
import type { BundleFormat, ExportReport, TransferProgress } from '../../../preload/contract/transfer';
import { readBlob } from '../attachments/blobs';
import type { Database } from '../database/database';
import { integer } from '../database/row';
import { SELECT_CHAT, type StoredChat, toStoredChat } from '../history/chats';
import { readDraft } from '../history/drafts';
import { readEditDrafts } from '../history/edit-drafts';
import { Cancelled } from '../import/cancelled';
import { blobsOf } from './chat-blobs';
import { EXPORT_VERSION, type ManifestFile } from './chat-file';
import { chatHtml } from './chat-html';
import { chatJson } from './chat-json';
import { chatJsonl } from './chat-jsonl';
import { chatMarkdown } from './chat-markdown';
import { chatSeqsOf, type Scope } from './export-scope';
import { attachmentName, chatName } from './names';
import { removeLeftovers } from './partial-files';
import { writeWhole } from './write-file';
import { type AddFile, writeZip } from './zip-writer';

/** What is exported and where to. `format` null: complete, and as Markdown to be read by people. */
export interface ExportTask {
  readonly scope: Scope;
  readonly format: BundleFormat | null;
  readonly file: string;
}

// Those that are deleted for good have a time before all others.
const FIND = `${SELECT_CHAT} WHERE c.seq = ? AND (c.trashed_at IS NULL OR c.trashed_at >= 0)`;

/** One export of several chats into a ZIP (JSONL: into lines), from its first byte to its report. */
export class ExportRun {
  readonly #database: Database;
  readonly #task: ExportTask;
  readonly #clock: () => number;
  /** The attachments of what was written: where the bytes stand beside it. */
  readonly #blobs = new Map<string, string>();
  #isCancelled = false;
  #totalChats = 0;
  #chats = 0;
  #messages = 0;
  #attachments = 0;

  constructor(database: Database, task: ExportTask, clock: () => number) {
    this.#database = database;
    this.#task = task;
    this.#clock = clock;
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
      what: this.#task.scope.kind === 'all' ? 'everything' : 'chats',
      name: path.basename(this.#task.file),
      end: this.#isCancelled ? 'cancelled' : error === null ? 'complete' : 'failed',
      error,
      chats: this.#chats,
      messages: this.#messages,
      attachments: this.#attachments,
    };
  }

  async #write(): Promise<AppError | null> {
    const { scope, format, file } = this.#task;
    try {
      const seqs = await chatSeqsOf(this.#database, scope, this.#clock());
      if (seqs.length === 0 && scope.kind !== 'all')
        throw new Failure('history.notFound', 'No chats to export');
      this.#totalChats = seqs.length;
      await removeLeftovers(path.dirname(file));
      if (format === 'jsonl') await writeWhole(file, Readable.from(this.#lines(seqs)));
      else await writeZip(file, new Date(this.#clock()), (add) => this.#fill(add, seqs));
      return null;
    } catch (thrown) {
      return thrown instanceof Cancelled ? null : toAppError(thrown);
    }
  }

  /** The chats that are still there when their turn comes. */
  async *#each(seqs: readonly number[]): AsyncGenerator<StoredChat> {
    for (const seq of seqs) {
      const row = this.#database.first(FIND, [seq]);
      if (!row) continue;
      yield toStoredChat(row);
      this.#chats += 1;
      const count = 'SELECT count(*) AS count FROM messages WHERE chat_seq = ?';
      this.#messages += integer(this.#database.first(count, [seq]) ?? {}, 'count');
      await nextTurn();
    }
  }

  async *#lines(seqs: readonly number[]): AsyncGenerator<string> {
    for await (const stored of this.#each(seqs)) yield* this.#checked(chatJsonl(this.#database, stored));
  }

  async #fill(add: AddFile, seqs: readonly number[]): Promise<void> {
    for await (const stored of this.#each(seqs)) await this.#addChat(add, stored);
    const newChat = this.#task.scope.kind === 'all' ? readDraft(this.#database, null) : null;
    for (const { hash, mime } of blobsOf(this.#database, [newChat ?? {}])) this.#blobs.set(hash, mime);
    for (const [hash, mime] of this.#blobs) await this.#addBlob(add, hash, mime);
    const { format } = this.#task;
    if (format === null || format === 'json')
      await add('parlance-export.json', [this.#manifest(newChat === null ? {} : { draft: newChat })]);
  }

  async #addChat(add: AddFile, stored: StoredChat): Promise<void> {
    const name = chatName(stored.chat);
    const reader = this.#database;
    const { format, scope } = this.#task;
    const isTrashed = !reader.first('SELECT 1 FROM chats WHERE seq = ? AND trashed_at IS NULL', [stored.seq]);
    if (format === 'html') return add(`html/${name}.html`, this.#checked(chatHtml(reader, stored)));
    const withDrafts = scope.kind === 'all';
    if (format !== 'markdown') {
      const pieces = chatJson(reader, stored, { standsAlone: false, withDrafts });
      await add(`chats/${name}.json`, this.#checked(pieces));
    }
    const linkTo = (hash: string, mime: string) => `../attachments/${attachmentName(hash, mime)}`;
    if (format !== 'json' && !isTrashed)
      await add(`markdown/${name}.md`, this.#checked(chatMarkdown(reader, stored, linkTo)));
    const drafts = withDrafts
      ? [readDraft(reader, stored.seq) ?? {}, ...readEditDrafts(reader, stored.seq)]
      : [];
    for (const { hash, mime } of blobsOf(reader, drafts, stored.seq)) this.#blobs.set(hash, mime);
  }

  async #addBlob(add: AddFile, hash: string, mime: string): Promise<void> {
    const { bytes } = readBlob(this.#database, hash);
    // Images are packed already.
    await add(
      `attachments/${attachmentName(hash, mime)}`,
      this.#checked([Buffer.from(bytes)]),
      !mime.startsWith('image/'),
    );
    this.#attachments += 1;
  }

  *#checked<Piece>(pieces: Iterable<Piece>): Generator<Piece> {
    for (const piece of pieces) {
      if (this.#isCancelled) throw new Cancelled();
      yield piece;
    }
  }

  #manifest(draft: Pick<ManifestFile, 'draft'>): string {
    const file: ManifestFile = { parlance: EXPORT_VERSION, kind: 'export', ...draft };
    const exportedAt = new Date(this.#clock()).toISOString();
    const counts = { chats: this.#chats, messages: this.#messages, attachments: this.#attachments };
    return `${JSON.stringify({ ...file, exportedAt, ...counts }, null, 2)}\n`;
  }
}

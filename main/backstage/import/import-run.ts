import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Draft } from '../../../preload/contract/history';
import { type AppError, Failure, toAppError } from '../../../preload/contract/result';
import type {
  ImportFormat,
  ImportReport,
  PickedImport,
  TransferProgress,
} from '../../../preload/contract/transfer';
import type { Database } from '../database/database';
import { readDraft, saveDraft } from '../history/drafts';
import { Cancelled } from './cancelled';
import type { ChatItem } from './chat-item';
import { detectFormat } from './detect-format';
import { type FileFinder, findFiles, indexFiles } from './find-files';
import { openSource } from './import-source';
import { prepareOwnChat, prepareOwnDraft } from './own-chat';
import { prepareChat } from './prepare-chat';
import { readChats } from './read-chats';
import type { ReadyChat } from './ready-chat';
import type { ImportSource } from './source-file';
import { Tally } from './tally';
import { type WrittenChat, writeChat } from './write-chat';
import { isLarge, makeRoom, writeLargeChat } from './write-large-chat';

/** What a run works with. */
export interface ImportDeps {
  readonly database: Database;
  readonly clock: () => number;
}

const namesOf = (paths: readonly string[]): readonly string[] =>
  paths.map((path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));

const sizeOf = (files: ImportSource['files']): number => files.reduce((sum, { size }) => sum + size, 0);

/** Finds out what was chosen. Errors: those of `openSource` and `detectFormat`. */
export const inspectImport = async (paths: readonly string[]): Promise<PickedImport> => {
  const source = await openSource(paths);
  try {
    const { format } = await detectFormat(source);
    // As the person sees them in their folder, not unpacked.
    const found = await Promise.all(paths.map((each) => stat(each)));
    return { names: namesOf(paths), size: found.reduce((sum, { size }) => sum + size, 0), format };
  } finally {
    source.close();
  }
};

/** One import, from opening to report. Every chat is there whole or not at all; between chats others get their turn. */
export class ImportRun {
  readonly #deps: ImportDeps;
  readonly #paths: readonly string[];
  readonly #tally = new Tally();
  #format: ImportFormat = 'parlance';
  #error: AppError | null = null;
  #isCancelled = false;
  #doneBytes = 0;
  #totalBytes = 0;
  #chats = 0;

  constructor(deps: ImportDeps, paths: readonly string[]) {
    this.#deps = deps;
    this.#paths = paths;
  }

  get progress(): TransferProgress {
    return {
      doneBytes: Math.min(Math.round(this.#doneBytes), this.#totalBytes),
      totalBytes: this.#totalBytes,
      chats: this.#chats,
      messages: this.#tally.taken.messages,
    };
  }

  /** Ends the run before its next chat. What was written stays. */
  cancel(): void {
    this.#isCancelled = true;
  }

  /** Runs to the end and tells what came of it. Never rejects. */
  async run(): Promise<ImportReport> {
    try {
      await this.#importAll();
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) this.#error = toAppError(thrown);
    }
    return this.#report();
  }

  async #importAll(): Promise<void> {
    const source = await openSource(this.#paths);
    try {
      const { format, files } = await detectFormat(source);
      this.#format = format;
      this.#totalBytes = sizeOf(files);
      const { database, clock } = this.#deps;
      const finder = { database, clock, index: indexFiles(source.files), onBytes: () => this.#check() };
      const onBytes = (count: number) => {
        this.#doneBytes += count;
        this.#check();
      };
      for await (const item of readChats(database, format, files, onBytes)) {
        await this.#take(finder, item);
        // A message sent meanwhile must not wait for more than one chat.
        await nextTurn();
        this.#check();
      }
    } finally {
      source.close();
      this.#sync();
    }
  }

  /** What the report says is there must stay there. A history that was closed meanwhile has brought it to the disk itself. */
  #sync(): void {
    try {
      this.#deps.database.sync();
    } catch (thrown) {
      if (thrown instanceof Failure && thrown.code !== 'history.unavailable')
        this.#error ??= toAppError(thrown);
    }
  }

  #check(): void {
    if (this.#isCancelled) throw new Cancelled();
  }

  async #take(finder: FileFinder, item: ChatItem): Promise<void> {
    if (item.kind === 'failed') {
      this.#error ??= toAppError(item.error);
      return;
    }
    if (item.kind === 'draft') return this.#takeDraft(finder, item.draft);
    this.#chats += 1;
    if (item.kind === 'left') {
      this.#tally.leave(item.reason, item.title);
      return;
    }
    try {
      await (item.kind === 'own' ? this.#takeOwn(finder, item.file) : this.#takeForeign(finder, item.chat));
    } catch (thrown) {
      if (thrown instanceof Failure || thrown instanceof Cancelled) throw thrown;
      // Whatever it is about this chat, the others are not to suffer from it.
      this.#tally.leave('broken', item.kind === 'own' ? item.file.chat.title : item.chat.title);
    }
  }

  async #takeOwn(finder: FileFinder, file: Extract<ChatItem, { kind: 'own' }>['file']): Promise<void> {
    const { chat, left, imageCount } = await prepareOwnChat(finder, file);
    this.#check();
    await this.#write(chat, imageCount, () => {
      for (const reason of left) this.#tally.leave(reason, chat.title);
    });
  }

  /** What is being typed here counts more. */
  async #takeDraft(finder: FileFinder, draft: Draft): Promise<void> {
    const { database } = this.#deps;
    if (readDraft(database, null) !== null) return;
    const ready = await prepareOwnDraft(finder, draft);
    database.writeRelaxed((writer) => saveDraft(writer, null, ready));
  }

  async #takeForeign(finder: FileFinder, source: Extract<ChatItem, { kind: 'chat' }>['chat']): Promise<void> {
    const found = await findFiles(finder, source);
    this.#check();
    const prepared = await prepareChat(finder.database, this.#format, found.chat, finder.clock());
    if (prepared === null) {
      this.#tally.leave('emptyChat', source.title);
      return;
    }
    const { chat, emptyCount, misplacedCount } = prepared;
    await this.#write(chat, found.imageCount, () => {
      for (const reason of found.left) this.#tally.leave(reason, chat.title);
      this.#tally.leave('emptyMessage', chat.title, emptyCount);
      this.#tally.leave('misplaced', chat.title, misplacedCount);
    });
  }

  /** Writes a chat; it counts once it is there for good. `leave` tells what was left out of one that has brought anything. */
  async #write(chat: ReadyChat, imageCount: number, leave: () => void): Promise<void> {
    const { database } = this.#deps;
    const deps = { ...this.#deps, onSlice: () => this.#check() };
    const onKept = (written: WrittenChat): void => {
      this.#tally.take(written, chat.title, imageCount);
      if (written.messageCount > 0) leave();
    };
    await makeRoom(deps, chat.id);
    if (isLarge(chat)) await writeLargeChat(deps, chat, onKept);
    else database.writeRelaxed((writer) => writeChat(writer, chat), onKept);
  }

  #report(): ImportReport {
    const tally = this.#tally;
    const hasNothing = !tally.hasTaken && !tally.hasAllAlready && !this.#isCancelled;
    const nothing = { code: 'transfer.nothing', message: 'Nothing was imported' } as const;
    const error = this.#error ?? (hasNothing ? nothing : null);
    return {
      format: this.#format,
      names: namesOf(this.#paths),
      end: this.#isCancelled ? 'cancelled' : error === null ? 'complete' : 'failed',
      error,
      taken: tally.taken,
      skipped: tally.skipped,
    };
  }
}

import { statSync } from 'node:fs';
import path from 'node:path';
import type { MirrorProblem, MirrorState } from '../../../preload/contract/mirror';
import { Failure } from '../../../preload/contract/result';
import type { Database } from '../database/database';
import { MirrorFolder } from './mirror-folder';
import {
  nextQueued,
  type Queued,
  queueAll,
  queuedCount,
  readMirror,
  setMirror,
  unqueue,
} from './mirror-queue';
import { findMirrored, isStreaming, mirrorChat, mirrorNames, sweepMirror } from './write-mirror';

/** Changes come in bursts: a question and its answer, a title. In milliseconds. */
const QUIET_MS = 1500;
/** A drive is plugged in, a disk is emptied by a person. In milliseconds. */
const RETRY_MS = 15_000;

const problems: Readonly<Record<string, MirrorProblem>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EIO: 'missing',
  ENXIO: 'missing',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EROFS: 'notAllowed',
};

const problemOf = (thrown: unknown): MirrorProblem => {
  const reason = thrown instanceof Failure ? thrown.detail?.reason : undefined;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return problems[String(reason ?? code)] ?? 'failed';
};

/** Which file this is: a restored snapshot or a copy is another one. */
const fileIdOf = (file: string): string => {
  const { ino, birthtimeMs } = statSync(file);
  return `${ino} ${Math.round(birthtimeMs)}`;
};

/** Keeps a folder of plain files in step with the history, a little behind it. The queue in the history says what is left. */
export class Mirror {
  readonly #database: Database;
  readonly #fileId: string;
  readonly #waiting = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | null = null;
  #isStopped = false;
  #problem: MirrorProblem | null = null;

  /** @param file the history's own file. */
  constructor(database: Database, file: string) {
    this.#database = database;
    this.#fileId = fileIdOf(file);
  }

  get state(): MirrorState {
    const folder = this.#isStopped ? null : readMirror(this.#database)?.folder;
    if (!folder) return { kind: 'off' };
    const name = path.basename(folder) || folder;
    return { kind: 'on', name, waiting: queuedCount(this.#database), problem: this.#problem };
  }

  /** Begins; another file than last time is compared as a whole. */
  start(): void {
    const row = readMirror(this.#database);
    if (!row?.folder) return;
    if (row.fileId !== this.#fileId) this.#database.write((writer) => queueAll(writer, this.#fileId));
    this.#later(QUIET_MS);
  }

  /** Ends before the next file. The database may be closed when the promise settles, or at once: then files stay queued. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#tell();
  }

  /** Something may have changed. */
  nudge(): void {
    if (this.#timer === undefined && this.#work === null && !this.#isStopped && this.#hasWork())
      this.#later(QUIET_MS);
  }

  /** Sets the folder, null: no longer any. Errors: `mirror.foreign`, `transfer.notWritten`. */
  async choose(folder: string | null): Promise<MirrorState> {
    const fileId = this.#fileId;
    if (folder !== null) {
      // The owner's name is made with the first row, and is needed to claim.
      if (readMirror(this.#database) === null)
        this.#database.write((writer) => setMirror(writer, { folder: null, fileId }));
      await this.#claim(folder);
    }
    this.#database.write((writer) => setMirror(writer, { folder, fileId }));
    this.#problem = null;
    if (folder !== null) this.#later(0);
    this.#tell();
    return this.state;
  }

  /** The state once it is another than `known`, or after `waitMs`. */
  async next(known: MirrorState | null, waitMs: number): Promise<MirrorState> {
    const deadline = Date.now() + waitMs;
    while (JSON.stringify(this.state) === JSON.stringify(known) && Date.now() < deadline && !this.#isStopped)
      await this.#change(deadline - Date.now());
    return this.state;
  }

  #change(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      timer.unref();
      this.#waiting.add(done);
    });
  }

  #tell(): void {
    for (const done of [...this.#waiting]) done();
  }

  #hasWork(): boolean {
    return !!readMirror(this.#database)?.folder && nextQueued(this.#database, -1) !== undefined;
  }

  async #claim(folder: string): Promise<void> {
    const owner = readMirror(this.#database)?.owner ?? '';
    try {
      await new MirrorFolder(folder, owner).claim();
    } catch (thrown) {
      if (thrown instanceof Failure) throw thrown;
      throw new Failure('transfer.notWritten', 'The folder cannot be written to', {
        reason: problemOf(thrown),
      });
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#work ??= this.#run().finally(() => {
        this.#work = null;
        this.#tell();
        if (this.#problem === null) this.nudge();
      });
    }, ms);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    try {
      await this.#writeAll();
      this.#problem = null;
    } catch (thrown) {
      if (this.#isStopped) return;
      this.#problem = problemOf(thrown);
      this.#later(RETRY_MS);
    }
  }

  async #writeAll(): Promise<void> {
    const row = readMirror(this.#database);
    if (!row?.folder) return;
    const folder = new MirrorFolder(row.folder, row.owner);
    if (!(await folder.isReady()))
      throw new Failure('transfer.notWritten', 'No mirror there', { reason: 'ENOENT' });
    const gone: Queued[] = [];
    const names = await mirrorNames(folder);
    for (let after = -1; !this.#isStopped; ) {
      const queued = nextQueued(this.#database, after);
      if (!queued) break;
      after = queued.chatSeq;
      const stored = findMirrored(this.#database, queued.chatSeq);
      if (stored === null) gone.push(queued);
      else if (!isStreaming(this.#database, stored)) await mirrorChat(this.#database, folder, stored, names);
      if (stored !== null) this.#done([queued]);
    }
    if (gone.length === 0 || this.#isStopped) return;
    await sweepMirror(this.#database, folder);
    this.#done(gone);
  }

  #done(queued: readonly Queued[]): void {
    if (this.#isStopped) return;
    this.#database.writeRelaxed((writer) => {
      for (const each of queued) unqueue(writer, each);
    });
  }
}

import { removeUnusedBlobs } from '../attachments/unused-blobs';
import type { Database, Writer } from '../database/database';
import { integer, integerOrNull } from '../database/row';
import { takeBackNext } from './growing';
import { GONE } from './trash';

/** Messages of one slice: some milliseconds of work. */
const SLICE = 100;
/** Pause between slices, in milliseconds: what the person asks for comes first. */
const PAUSE_MS = 15;
/** After a slice failed, for example on a full disk. */
const RETRY_MS = 10_000;

const dropUnusedParams = (writer: Writer, seqs: ReadonlySet<number>): void => {
  writer.run(
    `DELETE FROM param_sets WHERE seq IN (SELECT value FROM json_each(?))
      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.params_seq = param_sets.seq)`,
    [JSON.stringify([...seqs])],
  );
};

/** Takes out a part of a chat. Newest first: no message stands below one that goes. */
const removeSlice = (writer: Writer, chatSeq: number): void => {
  writer.run('UPDATE chats SET leaf_seq = NULL WHERE seq = ?', [chatSeq]);
  const rows = writer.all(
    'SELECT seq, params_seq FROM messages WHERE chat_seq = ? ORDER BY seq DESC LIMIT ?',
    [chatSeq, SLICE],
  );
  for (const row of rows) writer.run('DELETE FROM messages WHERE seq = ?', [integer(row, 'seq')]);
  const params = rows.map((row) => integerOrNull(row, 'params_seq')).filter((seq) => seq !== null);
  dropUnusedParams(writer, new Set(params));
  if (rows.length < SLICE) writer.run('DELETE FROM chats WHERE seq = ?', [chatSeq]);
};

/**
 * Takes a part of what was deleted for good out of the history; the last part lets go of the bytes that nobody holds any
 * more. Answers false when there was nothing to do.
 */
export const removeNext = (writer: Writer, now: number): boolean => {
  const next = writer.first('SELECT seq FROM chats WHERE trashed_at = ? LIMIT 1', [GONE]);
  if (!next) return false;
  removeSlice(writer, integer(next, 'seq'));
  const more = writer.first('SELECT 1 FROM chats WHERE trashed_at = ? LIMIT 1', [GONE]);
  if (!more) removeUnusedBlobs(writer, now);
  return true;
};

/** Works off in slices what was deleted for good, and what an import gave up. A kill costs nothing: the marks in the database say what is left. */
export class Remover {
  readonly #database: Database;
  readonly #clock: () => number;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database, clock: () => number) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Begins, or goes on. The database must be open for writing. */
  start(): void {
    this.#later(PAUSE_MS);
  }

  /** Ends, before the database is closed. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#slice(), ms);
  }

  #slice(): void {
    try {
      const hasDone = this.#database.write(
        (writer) => removeNext(writer, this.#clock()) || takeBackNext(writer),
      );
      if (hasDone) this.#later(PAUSE_MS);
    } catch {
      this.#later(RETRY_MS);
    }
  }
}

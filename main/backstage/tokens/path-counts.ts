import type { EncodingName } from '../../../preload/contract/models';
import type { Database } from '../database/database';
import { integer } from '../database/row';
import { CountedPath } from './counted-path';

/** Paths kept in memory: those of the chats one is typing in and goes back and forth between. */
const KEPT_PATHS = 8;

/** Hands out counted paths and keeps the latest ones, so that an estimate per key press reads nothing. */
export class PathCounts {
  readonly #database: Database;
  readonly #paths = new Map<string, CountedPath>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The path that ends with the message `tipSeq`; null: an empty one. */
  get(encoding: EncodingName, tipSeq: number | null): CountedPath {
    const key = `${encoding} ${tipSeq}`;
    const known = this.#paths.get(key);
    // A path with a reply that was still streaming is counted anew: the reply has grown since.
    const path = known?.isFinal ? known : new CountedPath(this.#database, encoding, tipSeq);
    this.#paths.delete(key);
    this.#paths.set(key, path);
    const [oldest] = this.#paths.keys();
    if (this.#paths.size > KEPT_PATHS && oldest !== undefined) this.#paths.delete(oldest);
    return path;
  }

  /** Pinned messages of the chat that the message `tipSeq` is in, by their `seq`. */
  pinned(tipSeq: number | null): ReadonlySet<number> {
    const rows = this.#database.all(
      `SELECT p.message_seq FROM pins p JOIN messages m ON m.seq = p.message_seq
        WHERE m.chat_seq = (SELECT chat_seq FROM messages WHERE seq = ?)`,
      [tipSeq],
    );
    return new Set(rows.map((row) => integer(row, 'message_seq')));
  }
}

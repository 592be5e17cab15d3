import type { Role } from '../../../preload/contract/history';
import type { EncodingName } from '../../../preload/contract/models';
import type { ImagePart, MessagePart } from '../../../preload/contract/parts';
import { Failure } from '../../../preload/contract/result';
import { contentText, sentImages } from '../attachments/content-text';
import type { Database } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, json, text, textOrNull } from '../database/row';
import { PATH } from '../history/path';
import type { ContentCount } from './content-tokens';
import { countContent } from './content-tokens';
import { tokenizerFor } from './tokenizer';

/** A message of a path with the tokens of what it says. */
export interface CountedMessage {
  readonly seq: number;
  readonly id: string;
  readonly role: Role;
  /** Messages above it on its path. */
  readonly depth: number;
  /** Of its text, its files and its name. */
  readonly contentTokens: number;
  /** What it shows: each model counts images by a rule of its own. */
  readonly images: readonly ImagePart[];
  /** False where no recipe is published for a part of it. */
  readonly exact: boolean;
  readonly hasName: boolean;
}

const FIRST_STRETCH = 64;

const SELECT_STRETCH = `${PATH}
  SELECT m.seq, m.id, m.role, m.status, m.depth, m.parent_seq, m.name, t.tokens, t.exact,
    EXISTS (SELECT 1 FROM message_blobs b WHERE b.message_seq = m.seq) AS has_blobs
  FROM path
  JOIN messages m ON m.seq = path.seq
  LEFT JOIN token_counts t ON t.message_seq = m.seq AND t.encoding = ?`;

const hasBlobs = (row: Row): boolean => integer(row, 'has_blobs') === 1;

const isStreaming = (row: Row): boolean => text(row, 'status') === 'streaming';

const knownCount = (row: Row): ContentCount | null => {
  const tokens = integerOrNull(row, 'tokens');
  return tokens === null ? null : { tokens, exact: integer(row, 'exact') === 1 };
};

const toCounted = (
  row: Row,
  { tokens, exact }: ContentCount,
  images: readonly ImagePart[],
): CountedMessage => ({
  seq: integer(row, 'seq'),
  id: text(row, 'id'),
  role: text(row, 'role') as Role,
  depth: integer(row, 'depth'),
  contentTokens: tokens,
  images,
  exact,
  hasName: textOrNull(row, 'name') !== null,
});

/**
 * The token counts of a path, from its end towards its root, read only as far as they are asked for. Messages never
 * change, so what is counted stays: in memory with this object, and in the database for the next start (counting a
 * chat of a million tokens again takes a second; reading 10,000 counts takes 20 ms).
 */
export class CountedPath {
  readonly #database: Database;
  readonly #encoding: EncodingName;
  readonly #messages: CountedMessage[] = [];
  #nextSeq: number | null;
  #extending: Promise<void> | null = null;
  #isFinal = true;

  /** @param tipSeq the path's newest message; null for an empty path. */
  constructor(database: Database, encoding: EncodingName, tipSeq: number | null) {
    this.#database = database;
    this.#encoding = encoding;
    this.#nextSeq = tipSeq;
  }

  /** What is counted so far, newest first. */
  get messages(): readonly CountedMessage[] {
    return this.#messages;
  }

  /** True when the root is reached. */
  get isComplete(): boolean {
    return this.#nextSeq === null;
  }

  /** False when it holds a reply that was still streaming: its count is of the text so far. */
  get isFinal(): boolean {
    return this.#isFinal;
  }

  /** Counts the next stretch, as long as all before. Callers at the same time share it. */
  extend(): Promise<void> {
    this.#extending ??= this.#extend().finally(() => {
      this.#extending = null;
    });
    return this.#extending;
  }

  async #extend(): Promise<void> {
    const limit = Math.max(FIRST_STRETCH, this.#messages.length);
    const rows = this.#database
      .all(SELECT_STRETCH, [this.#nextSeq, limit, this.#encoding])
      .toSorted((one, other) => integer(other, 'seq') - integer(one, 'seq'));
    const counted: CountedMessage[] = [];
    const fresh: CountedMessage[] = [];
    for (const row of rows) {
      const known = knownCount(row);
      const message = toCounted(row, known ?? (await this.#count(row)), this.#imagesOf(row));
      counted.push(message);
      if (isStreaming(row)) this.#isFinal = false;
      else if (known === null) fresh.push(message);
    }
    this.#keep(fresh);
    this.#messages.push(...counted);
    this.#nextSeq = integerOrNull(rows.at(-1) ?? { parent_seq: null }, 'parent_seq');
  }

  #count(row: Row): Promise<ContentCount> {
    const parts = this.#partsOf(row);
    // Files stand in the same text as what was written.
    const said: readonly MessagePart[] = hasBlobs(row)
      ? [{ type: 'text', text: contentText(this.#database, parts) }]
      : parts;
    return countContent(tokenizerFor(this.#encoding), said, textOrNull(row, 'name'));
  }

  #imagesOf(row: Row): readonly ImagePart[] {
    return hasBlobs(row) ? sentImages(text(row, 'role'), this.#partsOf(row)) : [];
  }

  #partsOf(row: Row): readonly MessagePart[] {
    const found = this.#database.first('SELECT parts FROM messages WHERE seq = ?', [integer(row, 'seq')]);
    return found ? json<readonly MessagePart[]>(found, 'parts') : [];
  }

  /** A cache: what cannot be written is counted again another time. */
  #keep(fresh: readonly CountedMessage[]): void {
    if (fresh.length === 0) return;
    try {
      this.#database.write((writer) => {
        for (const { seq, contentTokens, exact } of fresh) {
          writer.run(
            'INSERT OR IGNORE INTO token_counts (message_seq, encoding, tokens, exact) VALUES (?, ?, ?, ?)',
            [seq, this.#encoding, contentTokens, exact ? 1 : 0],
          );
        }
      });
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
    }
  }
}

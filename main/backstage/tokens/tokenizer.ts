import type { EncodingName } from '../../../preload/contract/models';
import { mergePairs, toByteString } from './byte-pairs';
import type { EncodingTables } from './encoding-tables';
import { loadTables } from './encoding-tables';
import { splitPattern } from './split-pattern';

/** Pieces kept with their tokens: words that come again. */
const KEPT_PIECES = 10_000;
/** Only pieces of at most so many bytes are kept: long ones do not come again. */
const KEPT_LENGTH = 64;
/** How long counting may hold the process before others get their turn, in milliseconds. */
const SLICE_MS = 8;
/** Pieces between two looks at the clock. */
const PIECES_PER_TURN = 64;
/** Texts at least so long are remembered with their counts, in UTF-16 code units. */
const LONG_TEXT = 2000;
/** Long texts whose counts are remembered: the one being typed and the system prompt. */
const REMEMBERED_TEXTS = 4;

/** A run is cut there when it is too long for a pattern (seen at 4 million), in UTF-16 code units. */
const LONGEST_RUN = 1_000_000;

const otherWorkDone = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Forgets the oldest entry of a map that holds more than `most`. */
const forgetOldest = (map: Map<string, unknown>, most: number): void => {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
};

/** A short piece's work needs no pause. */
const finish = (work: ReturnType<typeof mergePairs>): readonly number[] => {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};

/**
 * The tokens of texts in one encoding, exactly OpenAI's tiktoken's. Text such as `<|endoftext|>` is plain text here: it is
 * sent as such. Long texts are worked on in slices of 8 ms with a pause between them. Only a run of millions of characters
 * without any break is cut (every million) and may then count a token more per cut.
 */
export class Tokenizer {
  readonly #tables: Promise<EncodingTables>;
  readonly #pattern: RegExp;
  readonly #pieces = new Map<string, readonly number[]>();
  readonly #remembered = new Map<string, number>();
  #lastPause = 0;

  /** Loads the encoding's tables in the background. */
  constructor(name: EncodingName) {
    this.#tables = loadTables(name);
    this.#pattern = splitPattern(name);
  }

  /** The number of tokens of a text. */
  async count(text: string): Promise<number> {
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    let tokens = 0;
    await this.#eachPiece(text, (ids) => {
      tokens += ids.length;
    });
    if (text.length >= LONG_TEXT) {
      this.#remembered.set(text, tokens);
      forgetOldest(this.#remembered, REMEMBERED_TEXTS);
    }
    return tokens;
  }

  /** The token ids of a text. */
  async encode(text: string): Promise<readonly number[]> {
    const all: number[] = [];
    await this.#eachPiece(text, (ids) => {
      for (const id of ids) all.push(id);
    });
    return all;
  }

  /** The text that a token stands for, U+FFFD in place of half characters; null where there is no such token. */
  async decode(id: number): Promise<string | null> {
    const bytes = (await this.#tables).bytesOf(id);
    return bytes === undefined ? null : Buffer.from(bytes, 'latin1').toString('utf8');
  }

  async #eachPiece(text: string, take: (ids: readonly number[]) => void): Promise<void> {
    const tables = await this.#tables;
    let pieces = 0;
    for (let at = 0; at < text.length; pieces += 1) {
      const piece = this.#pieceAt(text, at);
      at += piece.length;
      const bytes = toByteString(piece);
      take(this.#knownIds(bytes, tables) ?? (await this.#merge(bytes, tables)));
      if (pieces % PIECES_PER_TURN === 0) await this.#pauseIfDue();
    }
  }

  #pieceAt(text: string, at: number): string {
    try {
      // Others use the same pattern during a pause.
      this.#pattern.lastIndex = at;
      return this.#pattern.exec(text)?.[0] ?? text.charAt(at);
    } catch (thrown) {
      // Patterns have a stack of their own.
      if (!(thrown instanceof RangeError)) throw thrown;
      return this.#pieceAt(text.slice(at, at + LONGEST_RUN), 0);
    }
  }

  #knownIds(bytes: string, { ranks, longest }: EncodingTables): readonly number[] | undefined {
    const whole = ranks.get(bytes);
    if (whole !== undefined) return [whole];
    const known = this.#pieces.get(bytes);
    if (known !== undefined || bytes.length > KEPT_LENGTH) return known;
    const ids = finish(mergePairs(bytes, ranks, longest));
    this.#pieces.set(bytes, ids);
    forgetOldest(this.#pieces, KEPT_PIECES);
    return ids;
  }

  async #merge(bytes: string, { ranks, longest }: EncodingTables): Promise<readonly number[]> {
    const work = mergePairs(bytes, ranks, longest);
    let step = work.next();
    while (!step.done) {
      await this.#pauseIfDue();
      step = work.next();
    }
    return step.value;
  }

  async #pauseIfDue(): Promise<void> {
    if (performance.now() - this.#lastPause <= SLICE_MS) return;
    await otherWorkDone();
    this.#lastPause = performance.now();
  }
}

const tokenizers = new Map<EncodingName, Tokenizer>();

/** The tokenizer of an encoding, loaded once per process. */
export const tokenizerFor = (name: EncodingName): Tokenizer => {
  const known = tokenizers.get(name) ?? new Tokenizer(name);
  tokenizers.set(name, known);
  return known;
};

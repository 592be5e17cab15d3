import type { EncodingName } from '../../../preload/contract/models';
import { cutText, MAX_PIECE } from './cut-text';

interface Encoding {
  readonly countTokens: (text: string, options: { readonly disallowedSpecial: Set<string> }) => number;
  readonly setMergeCacheSize: (size: number) => void;
}

/** Each takes 40 to 70 MB, so only those in use are loaded. */
const loaders: Readonly<Record<EncodingName, () => Promise<Encoding>>> = {
  o200k_base: () => import('gpt-tokenizer/encoding/o200k_base'),
  cl100k_base: () => import('gpt-tokenizer/encoding/cl100k_base'),
  p50k_base: () => import('gpt-tokenizer/encoding/p50k_base'),
  r50k_base: () => import('gpt-tokenizer/encoding/r50k_base'),
  // The same tokens as o200k_base for all text; only its special tokens are others.
  o200k_harmony: () => import('gpt-tokenizer/encoding/o200k_base'),
};

/** Words kept with their tokens. The library's own 100,000 could hold hundreds of megabytes of long runs. */
const MERGE_CACHE_SIZE = 10_000;
/** How long counting may hold the process before others get their turn, in milliseconds. */
const SLICE_MS = 8;
/** Long texts whose counts are remembered: the one being typed and the system prompt. */
const REMEMBERED_TEXTS = 4;

// Text such as <|endoftext|> is plain text here: it is sent as such.
const PLAIN = { disallowedSpecial: new Set<string>() };

const otherWorkDone = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Counts the tokens of texts in one encoding: as many as OpenAI's tiktoken, but up to two more at each U+FEFF (which
 * gpt-tokenizer takes for white space) and at each forced cut of `cutText`.
 */
export class Tokenizer {
  readonly #encoding: Promise<Encoding>;
  readonly #remembered = new Map<string, number>();
  #lastPause = 0;

  /** Loads the encoding's tables (100 to 200 ms) in the background. */
  constructor(name: EncodingName) {
    this.#encoding = loaders[name]().then((encoding) => {
      encoding.setMergeCacheSize(MERGE_CACHE_SIZE);
      return encoding;
    });
  }

  /** The number of tokens of a text. Long or many texts are counted in slices of 8 ms with a pause between them. */
  async count(text: string): Promise<number> {
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const encoding = await this.#encoding;
    let tokens = 0;
    for (const piece of cutText(text)) {
      tokens += encoding.countTokens(piece, PLAIN);
      await this.#pauseIfDue();
    }
    if (text.length > MAX_PIECE) this.#remember(text, tokens);
    return tokens;
  }

  async #pauseIfDue(): Promise<void> {
    if (performance.now() - this.#lastPause <= SLICE_MS) return;
    await otherWorkDone();
    this.#lastPause = performance.now();
  }

  #remember(text: string, tokens: number): void {
    this.#remembered.set(text, tokens);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_TEXTS && oldest !== undefined) this.#remembered.delete(oldest);
  }
}

const tokenizers = new Map<EncodingName, Tokenizer>();

/** The tokenizer of an encoding, loaded once per process. */
export const tokenizerFor = (name: EncodingName): Tokenizer => {
  const known = tokenizers.get(name) ?? new Tokenizer(name);
  tokenizers.set(name, known);
  return known;
};

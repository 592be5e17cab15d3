/** A token that could have stood in a place, with the natural logarithm of its probability. */
export interface TokenChance {
  readonly token: string;
  /** UTF-8 of the token; a character may be spread over several tokens. Null: not told. */
  readonly bytes: readonly number[] | null;
  /** Null: it has none, as the first token of an echoed prompt. */
  readonly logprob: number | null;
}

/** A token of a reply, with what else could have stood there. */
export interface TokenLogprob extends TokenChance {
  /** Likeliest first, the chosen one mostly among them. */
  readonly top: readonly TokenChance[];
}

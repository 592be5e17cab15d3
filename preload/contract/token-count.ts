/** A number of tokens. */
export interface TokenCount {
  readonly tokens: number;
  /** False where the encoding, or the recipe of a part, is not known: then it is "about". */
  readonly exact: boolean;
}

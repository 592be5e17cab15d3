/** US dollars per million tokens. */
export interface TokenRates {
  readonly input: number;
  /** Of prompt tokens read from the server's cache; null: as `input`. */
  readonly cachedInput: number | null;
  /** Of prompt tokens written to the server's cache; null: as `input`. */
  readonly cacheWrite: number | null;
  readonly output: number;
}

/** What a model costs. */
export interface ModelPrice extends TokenRates {
  /** Rates of the whole request when its prompt has more than `above` tokens; null: it costs the same at any length. */
  readonly long: (TokenRates & { readonly above: number }) | null;
}

/** Tokens that are paid for. `promptTokens` holds the cached and the written ones too, `completionTokens` the hidden ones. */
export interface PaidTokens {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens?: number | undefined;
  readonly cacheWriteTokens?: number | undefined;
}

/** The list price holds for the standard tier; others are cheaper or dearer by an amount that is not known. */
export const priceAtTier = (price: ModelPrice | null, tier: string | undefined): ModelPrice | null =>
  tier === 'flex' || tier === 'priority' ? null : price;

const PER_MILLION = 1_000_000;

const dearest = <R extends TokenRates>(rates: R): R => ({
  ...rates,
  input: Math.max(rates.input, rates.cacheWrite ?? 0),
});

/** What a request can cost at most, in US dollars: what is written to a cache may cost more than what is not. */
export const worstCostOf = (price: ModelPrice, paid: PaidTokens): number =>
  costOf({ ...dearest(price), long: price.long && dearest(price.long) }, paid);

/** What a request costs in US dollars. Its usage counts all of its answers. */
export const costOf = (price: ModelPrice, paid: PaidTokens): number => {
  const { promptTokens, completionTokens, cachedTokens = 0, cacheWriteTokens = 0 } = paid;
  const rates = price.long !== null && promptTokens > price.long.above ? price.long : price;
  const plain = Math.max(0, promptTokens - cachedTokens - cacheWriteTokens);
  const millionths =
    plain * rates.input +
    cachedTokens * (rates.cachedInput ?? rates.input) +
    cacheWriteTokens * (rates.cacheWrite ?? rates.input) +
    completionTokens * rates.output;
  return millionths / PER_MILLION;
};

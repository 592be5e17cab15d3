import type { ModelPrice as PackagePrice, TieredPrices } from '@pydantic/genai-prices';
import type { ModelPrice, TokenRates } from '../../preload/contract/price';

/** OpenAI's list price of a model; null where it is not known. */
export type PriceOf = (modelId: string) => ModelPrice | null;

/** Whoever runs an open model sets its price. */
const OPEN_MODEL = /(^|\/)gpt-oss/;

const isTiered = (price: number | TieredPrices | undefined): price is TieredPrices =>
  typeof price === 'object';

const baseOf = (price: number | TieredPrices | undefined): number | null =>
  (isTiered(price) ? price.base : price) ?? null;

const ratesWith = (
  prices: PackagePrice,
  read: (price: number | TieredPrices | undefined) => number | null,
): TokenRates | null => {
  const input = read(prices.input_mtok);
  // Some models charge their input alone.
  const output = read(prices.output_mtok);
  if (input === null || output === null) return null;
  const [cachedInput, cacheWrite] = [read(prices.cache_read_mtok), read(prices.cache_write_mtok)];
  return { input, output, cachedInput, cacheWrite };
};

/** Prices by the length of the prompt: all rates change at one length, or nothing is known that could be shown. */
const modelPrice = (prices: PackagePrice): ModelPrice | null => {
  const base = ratesWith(prices, baseOf);
  if (base === null) return null;
  const tiers = [prices.input_mtok, prices.output_mtok].filter(isTiered).map((price) => price.tiers);
  if (tiers.length === 0) return { ...base, long: null };
  const above = tiers[0]?.[0]?.start;
  const isSimple = tiers.length === 2 && tiers.every((each) => each.length === 1 && each[0]?.start === above);
  if (!isSimple || above === undefined) return null;
  const long = ratesWith(prices, (price) =>
    isTiered(price) ? (price.tiers[0]?.price ?? null) : baseOf(price),
  );
  return long && { ...base, long: { ...long, above } };
};

/**
 * Loads OpenAI's list prices of today from `@pydantic/genai-prices`, of which the build keeps OpenAI's part. Fine-tuned
 * and unknown snapshots have no price unless the package names them: they often cost more than what they come from.
 */
export const loadPrices = async (): Promise<PriceOf> => {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const today = new Date();
  const noTokens = { input_tokens: 0, output_tokens: 0 };
  return (modelId) => {
    if (OPEN_MODEL.test(modelId)) return null;
    const id = modelId.replace(/^openai\//, '').replace(/^gpt-35-/, 'gpt-3.5-');
    const found = calcPrice(noTokens, id, { providerId: 'openai', timestamp: today });
    return found && modelPrice(found.model_price);
  };
};

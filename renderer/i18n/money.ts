/** Below this a cost is not told exactly. */
const LEAST = 0.0001;

/** All money here is in US dollars, and said to be: the short sign leaves room where there is little. */
const DOLLARS = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;

/** A price in US dollars, exact: `$2.50`, `$0.075`. */
export const priceText = (language: string, usd: number): string =>
  new Intl.NumberFormat(language, {
    ...DOLLARS,
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  }).format(usd);

/** A cost in US dollars with two digits that matter: `$1.24`, `$0.012`, `$0.00034`, `<$0.0001`. */
export const costText = (language: string, usd: number): string => {
  const dollars = (digits: Intl.NumberFormatOptions, value = usd) =>
    new Intl.NumberFormat(language, { ...DOLLARS, ...digits }).format(value);
  if (usd > 0 && usd < LEAST) return `<${dollars({ maximumSignificantDigits: 1 }, LEAST)}`;
  return usd >= 0.1 || usd === 0 ? dollars({}) : dollars({ maximumSignificantDigits: 2 });
};

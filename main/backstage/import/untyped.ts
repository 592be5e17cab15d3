/** Foreign data is read with these: every one of them answers with something usable, whatever it gets. */

/** An object, or an empty one. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

/** An array, or an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text, or an empty one. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A text, or null where there is none or an empty one. */
export const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The id of something: numbers are ids too. */
export const idOrNull = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : textOrNull(value);

/** Times before this year and after that one are mistakes. */
const EARLIEST = Date.UTC(1990, 0);
const LATEST = Date.UTC(2200, 0);

const plausible = (milliseconds: number): number | null =>
  milliseconds >= EARLIEST && milliseconds <= LATEST ? Math.round(milliseconds) : null;

/** Seconds since the epoch in milliseconds; null for anything that is no time. */
export const timeOfSeconds = (value: unknown): number | null =>
  typeof value === 'number' ? plausible(value * 1000) : null;

/** A time in milliseconds, or written as a date; null for anything that is no time. */
export const timeOf = (value: unknown): number | null => {
  if (typeof value === 'number') return plausible(value);
  return typeof value === 'string' ? plausible(Date.parse(value)) : null;
};

/** JSON of a value, laid out to be read; texts as they are. */
export const readable = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '');

/** A stretch of time in milliseconds since the epoch: from `from` on, before `to`. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?$/;
const HALF_TYPED = /^\d{1,3}$/;

const named = (value: string, now: Date): Period | null => {
  const day = (offset: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset).getTime();
  if (value === 'today') return { from: day(0), to: day(1) };
  return value === 'yesterday' ? { from: day(-1), to: day(0) } : null;
};

/**
 * The local day, month or year that a text names: `2026`, `2026-11`, `2026-11-22` (or with `/` or `.`), `today`,
 * `yesterday`. Null: no date can begin like that.
 */
export const parsePeriod = (text: string, now = new Date()): Period | 'halfTyped' | null => {
  const value = text.toLowerCase();
  if (HALF_TYPED.test(value) || ('yesterday'.startsWith(value) && value !== 'yesterday')) return 'halfTyped';
  if ('today'.startsWith(value) && value !== 'today') return 'halfTyped';
  const match = DATE.exec(value);
  if (match === null) return named(value, now);
  const [year, month, day] = match.slice(1, 4).map((part) => (part === undefined ? undefined : Number(part)));
  // A zero is the beginning of 01 to 09.
  if (month === 0 || day === 0) return 'halfTyped';
  if (year === undefined || (month ?? 1) > 12) return null;
  const from = new Date(year, (month ?? 1) - 1, day ?? 1);
  if (from.getDate() !== (day ?? 1)) return null;
  const to =
    day !== undefined
      ? new Date(year, (month ?? 1) - 1, day + 1)
      : month !== undefined
        ? new Date(year, month, 1)
        : new Date(year + 1, 0, 1);
  // The constructor takes years before 100 for those of the last century.
  return year < 100 ? null : { from: from.getTime(), to: to.getTime() };
};

/** A stretch of time in milliseconds since the epoch: from `from` on, before `to`. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?$/;
const HALF_TYPED = /^\d{1,3}$/;

/** Names of periods beside the present one: how many days, months or years before it they are. */
const NAMES: Readonly<Record<string, readonly [unit: 'day' | 'month' | 'year', before: number]>> = {
  today: ['day', 0],
  今天: ['day', 0],
  yesterday: ['day', 1],
  昨天: ['day', 1],
  thismonth: ['month', 0],
  本月: ['month', 0],
  lastmonth: ['month', 1],
  上个月: ['month', 1],
  thisyear: ['year', 0],
  今年: ['year', 0],
  lastyear: ['year', 1],
  去年: ['year', 1],
};

const named = (value: string, now: Date): Period | null => {
  const [unit, before] = NAMES[value] ?? [];
  if (unit === undefined || before === undefined) return null;
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const startAt = (offset: number): number => {
    if (unit === 'year') return new Date(year + offset, 0).getTime();
    return (
      unit === 'month' ? new Date(year, month + offset) : new Date(year, month, day + offset)
    ).getTime();
  };
  return { from: startAt(-before), to: startAt(1 - before) };
};

/**
 * The local day, month or year that a text names: `2026`, `2026-11`, `2026-11-22` (or with `/` or `.`), or that is
 * named by `today`, `last-month`, `去年` and the like. Null: no date can begin like that.
 */
export const parsePeriod = (text: string, now = new Date()): Period | 'halfTyped' | null => {
  const value = text.toLowerCase().replace(/[\s-]+(?=month|year)/, '');
  if (HALF_TYPED.test(value)) return 'halfTyped';
  if (!Object.hasOwn(NAMES, value) && Object.keys(NAMES).some((name) => name.startsWith(value)))
    return 'halfTyped';
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

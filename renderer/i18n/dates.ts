const styles = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  exact: { dateStyle: 'full', timeStyle: 'short' },
} as const;

const format = (language: string, style: keyof typeof styles, time: number): string =>
  new Intl.DateTimeFormat(language, styles[style]).format(time);

/** When something was, as short as it is clear: today's time, this year's day, else the date. In milliseconds. */
export const shortTime = (language: string, time: number, now = Date.now()): string => {
  const [then, today] = [new Date(time), new Date(now)];
  if (then.toDateString() === today.toDateString()) return format(language, 'time', time);
  return format(language, then.getFullYear() === today.getFullYear() ? 'day' : 'date', time);
};

/** When something was, in full. */
export const exactTime = (language: string, time: number): string => format(language, 'exact', time);

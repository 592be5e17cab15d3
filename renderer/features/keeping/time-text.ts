/** A moment as a person reads it: date and time of day in the computer's zone. */
export const timeText = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

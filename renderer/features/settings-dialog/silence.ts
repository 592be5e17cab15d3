const MIN_SECONDS = 1;
const MAX_SECONDS = 3600;

/** Reads a number of whole seconds from 1 to 3600; null for anything else. */
export const parseSilence = (typed: string): number | null => {
  const text = typed.normalize('NFKC').trim();
  if (!/^\d{1,4}$/.test(text)) return null;
  const seconds = Number(text);
  return seconds >= MIN_SECONDS && seconds <= MAX_SECONDS ? seconds : null;
};

const LARGEST = 1_000_000;

/** Reads an amount of US dollars from 0 to a million: null where it is empty, undefined for anything else. */
export const parseDollars = (typed: string): number | null | undefined => {
  const text = typed
    .normalize('NFKC')
    .replace(/^\s*\$/, '')
    .trim();
  if (text === '') return null;
  if (!/^\d{1,7}(\.\d{1,6})?$/.test(text)) return undefined;
  const amount = Number(text);
  return amount <= LARGEST ? amount : undefined;
};

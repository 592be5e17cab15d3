const SHOWABLE_LENGTH = 12;

/** The last four characters of a key, by which a person tells keys apart; null for keys too short to show any of. */
export const lastFourOf = (key: string): string | null =>
  key.length < SHOWABLE_LENGTH ? null : key.slice(-4);

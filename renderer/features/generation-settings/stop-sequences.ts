const MAX_SEQUENCES = 4;
const MAX_LENGTH = 1000;

/** Stop sequences as the API takes them (undefined: none, not sent), or what is wrong with them. */
export type ParsedStops =
  | { readonly ok: true; readonly value: readonly string[] | undefined }
  | { readonly ok: false; readonly problem: 'tooManyStops' | 'stopTooLong' };

/** Reads stop sequences, one per line. Spaces belong to a sequence; empty lines do not count. */
export const parseStops = (typed: string): ParsedStops => {
  const sequences = typed.split('\n').filter((line) => line !== '');
  if (sequences.length === 0) return { ok: true, value: undefined };
  if (sequences.length > MAX_SEQUENCES) return { ok: false, problem: 'tooManyStops' };
  if (sequences.some(({ length }) => length > MAX_LENGTH)) return { ok: false, problem: 'stopTooLong' };
  return { ok: true, value: sequences };
};

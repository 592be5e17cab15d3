/** In UTF-16 code units. Laying out megabytes takes seconds: pieces that are not seen are not laid out. */
const PIECE = 20_000;

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Where to cut a text at or before `end`: after a line break if there is one, else not inside a character. */
const cutBefore = (text: string, start: number, end: number): number => {
  if (end >= text.length) return text.length;
  const afterLine = text.lastIndexOf('\n', end - 1) + 1;
  if (afterLine > start) return afterLine;
  return isLowSurrogate(text.charCodeAt(end)) ? end - 1 : end;
};

/** The beginning of a text, about `length` long, cut into pieces to be laid out one by one. */
export const piecesOf = (text: string, length: number): readonly string[] => {
  const pieces: string[] = [];
  for (let start = 0; start < Math.min(length, text.length); ) {
    const end = cutBefore(text, start, start + PIECE);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
};

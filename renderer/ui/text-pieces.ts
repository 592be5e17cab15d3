/** No letter with its marks is longer that is worth keeping whole, in UTF-16 code units. */
const LETTER = 64;

// Made with the first long word, of which nearly no chat has any: it loads its rules from ICU.
let letters: Intl.Segmenter | undefined;

/** Where a piece may end that would end at `at` in the middle of a line: not within a letter and its marks. */
const betweenLetters = (text: string, at: number): number => {
  const start = at - LETTER;
  letters ??= new Intl.Segmenter();
  return start + (letters.segment(text.slice(start, at + LETTER)).containing(LETTER)?.index ?? LETTER);
};

/** Where the piece that begins at `start` ends: with a line if it can, which cannot be seen. */
const endOfPiece = (text: string, start: number, length: number): number => {
  const at = start + length;
  const line = text.slice(start, at + 1).lastIndexOf('\n');
  return line === -1 ? betweenLetters(text, at) : start + line + 1;
};

/**
 * A long text in pieces to be laid out each on its own, which make up exactly the text. Those of a text that grows stay as they are,
 * but for the last.
 * @param length of a piece, in UTF-16 code units; one is longer by a letter at most
 */
export const textPieces = (text: string, length: number): readonly string[] => {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > length + LETTER) {
    const end = endOfPiece(text, start, length);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return [...pieces, text.slice(start)];
};

/** A Chinese character, up to six letters, up to three digits, or one other character; each with a space before it. */
const PIECE = /\s?(?:\p{Script=Han}|(?!\p{Script=Han})\p{L}{1,6}|\d{1,3}|[^\s\p{L}\d])|\s/gu;

/** Cuts a text into pieces about the size of tokens. Joined they are the text again. */
export const tokenPieces = (text: string): readonly string[] => text.match(PIECE) ?? [];

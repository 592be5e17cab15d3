import type { TokenChance, TokenLogprob } from '../../../preload/contract/logprobs';

/** A token as it is shown. */
export interface ShownToken {
  /** Empty for a token that only begins a character: the token that ends it shows it. */
  readonly text: string;
  /** The character that the token is a part of, where it does not hold whole characters only. */
  readonly partOf: string | null;
  readonly chance: TokenLogprob;
}

const encoder = new TextEncoder();

/** UTF-8 of a token. */
export const bytesOf = ({ token, bytes }: TokenChance): Uint8Array =>
  bytes === null ? encoder.encode(token) : Uint8Array.from(bytes);

/** The probability of a token, from 0 to 1; null: not told. */
export const probabilityOf = ({ logprob }: TokenChance): number | null =>
  logprob === null ? null : Math.min(1, Math.exp(logprob));

/** Tokens as they are shown: characters that are spread over several stand with the one that completes them. */
export const shownTokens = (tokens: readonly TokenLogprob[]): readonly ShownToken[] => {
  const decoder = new TextDecoder();
  const texts = tokens.map((chance) => decoder.decode(bytesOf(chance), { stream: true }));
  let whole = '';
  const shown: ShownToken[] = [];
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const chance = tokens[at];
    const text = texts[at] ?? '';
    if (chance === undefined) break;
    const begins = text === '' && bytesOf(chance).length > 0;
    const ends = at > 0 && texts[at - 1] === '' && bytesOf(tokens[at - 1] ?? chance).length > 0;
    // The first character is the one that was begun before.
    if (!begins) whole = [...text][0] ?? '';
    shown.push({ text, partOf: begins || ends ? whole : null, chance });
  }
  return shown.reverse();
};

const joined = (tokens: readonly TokenChance[]): Uint8Array => {
  const pieces = tokens.map(bytesOf);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

/** What a reply began with before its first token: the text it goes on from. */
const beginOf = (text: string, tokens: readonly TokenLogprob[], continues: boolean): string => {
  const own = new TextDecoder().decode(joined(tokens));
  return continues && text.endsWith(own) ? text.slice(0, text.length - own.length) : '';
};

/**
 * The text of a reply up to a token, and then another token in its place; null where that is no whole text, because the
 * other token is only a part of a character.
 * @param continues whether the reply goes on from another one's text. @param at the index of the token.
 */
export const branchText = (
  text: string,
  tokens: readonly TokenLogprob[],
  { at, other, continues }: { readonly at: number; readonly other: TokenChance; readonly continues: boolean },
): string | null => {
  try {
    const bytes = joined([...tokens.slice(0, at), other]);
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return beginOf(text, tokens, continues) + decoded;
  } catch {
    return null;
  }
};

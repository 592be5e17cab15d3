import type { TokenChance } from '../../../preload/contract/logprobs';

/** A token as it is shown. */
export interface ShownToken {
  /** Empty for a token that only begins a character: the token that ends it shows it. */
  readonly text: string;
  /** The character that the token holds a part of; null where it holds whole ones only. */
  readonly partOf: string | null;
  readonly chance: TokenChance;
}

const encoder = new TextEncoder();

/** UTF-8 of a token. */
export const bytesOf = ({ token, bytes }: TokenChance): Uint8Array =>
  bytes === null ? encoder.encode(token) : Uint8Array.from(bytes);

/** The probability of a token, from 0 to 1; null: not told. */
export const probabilityOf = ({ logprob }: TokenChance): number | null =>
  logprob === null ? null : Math.min(1, Math.exp(logprob));

/** How many bytes a character that begins with this one needs after it. */
const needs = (byte: number): number => {
  if (byte >= 0xf0) return 3;
  if (byte >= 0xe0) return 2;
  return byte >= 0xc0 ? 1 : 0;
};

/** How many bytes of a character are still to come after `bytes`, of which `missing` were before. */
const missingAfter = (missing: number, bytes: Uint8Array): number =>
  bytes.reduce((left, byte) => ((byte & 0xc0) === 0x80 && left > 0 ? left - 1 : needs(byte)), missing);

/** Where a token's text stands in the whole, in UTF-16 code units; `to` reaches into a character that it only begins. */
interface Place {
  readonly from: number;
  readonly to: number;
}

const placesOf = (
  tokens: readonly TokenChance[],
): { readonly whole: string; readonly places: readonly Place[] } => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let missing = 0;
  let whole = '';
  const places = tokens.map((chance) => {
    const bytes = bytesOf(chance);
    const from = whole.length;
    whole += decoder.decode(bytes, { stream: true });
    missing = missingAfter(missing, bytes);
    return { from, to: whole.length + (missing > 0 ? 1 : 0) };
  });
  return { whole, places };
};

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Tokens as they are shown. What a reader takes for one character (an emoji with its skin tone, a letter with its accent)
 * may be spread over several: it stands with the last of them.
 */
export const shownTokens = (tokens: readonly TokenChance[]): readonly ShownToken[] => {
  const { whole, places } = placesOf(tokens);
  const texts = tokens.map(() => '');
  const partOf = tokens.map((): string | null => null);
  let first = 0;
  for (const { segment, index } of characters.segment(whole)) {
    while ((places[first]?.to ?? index + 1) <= index) first += 1;
    let last = first;
    while ((places[last + 1]?.from ?? Number.POSITIVE_INFINITY) < index + segment.length) last += 1;
    texts[last] += segment;
    for (let at = first; first < last && at <= last; at += 1) partOf[at] = segment;
  }
  return tokens.map((chance, at) => ({ text: texts[at] ?? '', partOf: partOf[at] ?? null, chance }));
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
const beginOf = (text: string, tokens: readonly TokenChance[], continues: boolean): string => {
  const own = new TextDecoder('utf-8', { ignoreBOM: true }).decode(joined(tokens));
  return continues && text.endsWith(own) ? text.slice(0, text.length - own.length) : '';
};

/**
 * The text of a reply up to a token, and then another token in its place; null where that is no whole text, because the
 * other token is only a part of a character.
 * @param continues whether the reply goes on from another one's text. @param at the index of the token.
 */
export const branchText = (
  text: string,
  tokens: readonly TokenChance[],
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

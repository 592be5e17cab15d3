import type { ShownToken } from './token-text';

/** Tokens that are laid out together, apart from all others. */
export interface Stretch {
  /** Index of the first one among all. */
  readonly from: number;
  readonly tokens: readonly ShownToken[];
}

/** From so many tokens on a stretch ends with its line; a longer line is broken, which its missing line mark tells. */
const SHORTEST = 150;
const LONGEST = 400;

const endOf = (tokens: readonly ShownToken[], from: number): number => {
  const furthest = Math.min(tokens.length, from + LONGEST);
  for (let at = from + SHORTEST; at < furthest; at += 1) if (tokens[at]?.text.includes('\n')) return at + 1;
  return furthest;
};

/** Cuts the tokens of a reply into stretches: laying out ten thousand in one piece would take seconds. */
export const stretchesOf = (tokens: readonly ShownToken[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (let from = 0; from < tokens.length; ) {
    const end = endOf(tokens, from);
    stretches.push({ from, tokens: tokens.slice(from, end) });
    from = end;
  }
  return stretches;
};

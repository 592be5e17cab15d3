/** A token that could have stood in a place. */
interface Chance {
  readonly token: string;
  readonly bytes: readonly number[];
  readonly logprob: number;
}

/** A token with what else could have stood there. */
export interface DemoToken extends Chance {
  readonly top: readonly Chance[];
}

const OTHERS = [' the', ' a', ' and', '.', ' of', ',', ' to', ' in', ' it', '\n'] as const;

/** A number from 0 to 1 that is always the same for a text: the demo makes nothing up twice. */
const seeded = (text: string): number => {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return (hash >>> 0) / 2 ** 32;
};

const chance = (bytes: Buffer, probability: number): Chance => ({
  // As the API writes a token that is only a part of a character.
  token: bytes.toString('utf8').includes('\ufffd')
    ? [...bytes].map((byte) => `\\x${byte.toString(16)}`).join('')
    : bytes.toString('utf8'),
  bytes: [...bytes],
  logprob: Math.log(probability),
});

const withOthers = (bytes: Buffer, count: number): DemoToken => {
  const chosen = chance(bytes, 0.25 + 0.74 * seeded(bytes.toString('latin1')));
  let left = 1 - Math.exp(chosen.logprob);
  const others = OTHERS.filter((text) => text !== chosen.token).map((text) => {
    left *= 0.6;
    return chance(Buffer.from(text), left * 0.6);
  });
  const top = [chosen, ...others].toSorted((one, other) => other.logprob - one.logprob);
  return { ...chosen, top: top.slice(0, count) };
};

/** A character outside the basic plane is two tokens, as with real models. */
const tokensOf = (piece: string): readonly Buffer[] => {
  const bytes = Buffer.from(piece);
  return /[\u{10000}-\u{10ffff}]/u.test(piece) ? [bytes.subarray(0, -2), bytes.subarray(-2)] : [bytes];
};

/** Probabilities for a piece of the demo's reply, and `count` alternatives for each of its tokens. */
export const demoTokens = (piece: string, count: number): readonly DemoToken[] =>
  tokensOf(piece).map((bytes) => withOthers(bytes, count));

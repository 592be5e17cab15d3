import type { TFunction } from 'i18next';
import type { TokenChance } from '../../../preload/contract/logprobs';
import { bytesOf, probabilityOf, type ShownToken } from './token-text';

const MARKS: Readonly<Record<string, string>> = { '\n': '⏎', '\t': '⇥', '\r': '␍' };

/** A token's text in which nothing is unseen but single spaces within words. */
const visible = (text: string): string =>
  text
    .replace(/[\n\t\r]/g, (char) => MARKS[char] ?? char)
    .replace(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length));

const hex = (chance: TokenChance): string =>
  [...bytesOf(chance)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a token; null for one that does not hold whole characters only. */
const textOf = (chance: TokenChance): string | null => {
  try {
    return decoder.decode(bytesOf(chance));
  } catch {
    return null;
  }
};

/** A token by itself: `␣world`, or its bytes where it is a part of a character: `f0 9f`. */
export const tokenName = (t: TFunction, chance: TokenChance): string => {
  const text = textOf(chance);
  if (text === null) return t('logprobs.bytes', { bytes: hex(chance) });
  return text === '' ? t('logprobs.empty') : visible(text);
};

interface Percents {
  readonly language: string;
  readonly usual: Intl.NumberFormat;
  readonly tiny: Intl.NumberFormat;
}

const percentsIn = (language: string): Percents => {
  const style = 'percent';
  return {
    language,
    usual: new Intl.NumberFormat(language, { style, maximumFractionDigits: 1 }),
    tiny: new Intl.NumberFormat(language, { style, maximumFractionDigits: 3 }),
  };
};

/** Making one takes longer than using it ten thousand times. */
let percents: Percents | undefined;

/** A probability in percent, such as `87.3%`. */
export const percentText = (t: TFunction, language: string, chance: TokenChance): string => {
  const probability = probabilityOf(chance);
  if (probability === null) return t('logprobs.unknown');
  if (percents?.language !== language) percents = percentsIn(language);
  return (probability < 0.01 ? percents.tiny : percents.usual).format(probability);
};

/** A token with its probability, as its tooltip says it and as it is read out. */
export const tokenText = (t: TFunction, language: string, { chance, partOf }: ShownToken): string => {
  const percent = percentText(t, language, chance);
  const token = tokenName(t, chance);
  return partOf === null
    ? t('logprobs.token', { token, percent })
    : t('logprobs.part', { token, character: partOf, percent });
};

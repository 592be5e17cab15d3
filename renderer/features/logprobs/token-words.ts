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

const isWhole = (chance: TokenChance): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(chance));
    return true;
  } catch {
    return false;
  }
};

/** A token by itself: `␣world`, or its bytes where it is a part of a character: `f0 9f`. */
export const tokenName = (t: TFunction, chance: TokenChance): string => {
  if (!isWhole(chance)) return t('logprobs.bytes', { bytes: hex(chance) });
  const text = new TextDecoder().decode(bytesOf(chance));
  return text === '' ? t('logprobs.empty') : visible(text);
};

/** A probability in percent, such as `87.3%`. */
export const percentText = (t: TFunction, language: string, chance: TokenChance): string => {
  const probability = probabilityOf(chance);
  if (probability === null) return t('logprobs.unknown');
  const digits = { style: 'percent', maximumFractionDigits: probability < 0.01 ? 3 : 1 } as const;
  return new Intl.NumberFormat(language, digits).format(probability);
};

/** A token with its probability, as its tooltip says it and as it is read out. */
export const tokenText = (t: TFunction, language: string, { chance, partOf }: ShownToken): string => {
  const percent = percentText(t, language, chance);
  const token = tokenName(t, chance);
  return partOf === null
    ? t('logprobs.token', { token, percent })
    : t('logprobs.part', { token, character: partOf, percent });
};

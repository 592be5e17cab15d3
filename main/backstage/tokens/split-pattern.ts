import type { EncodingName } from '../../../preload/contract/models';

// tiktoken's patterns are for Rust, where \s is White_Space (with U+0085, without U+FEFF) and (?i) folds ſ into s.
const SPACE = String.raw`\p{White_Space}`;
const SUFFIX = `'(?:[sSſdDmMtT]|[lL][lL]|[vV][eE]|[rR][eE])`;
const UPPER = String.raw`\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}`;
const LOWER = String.raw`\p{Ll}\p{Lm}\p{Lo}\p{M}`;
const BEFORE_WORD = String.raw`[^\r\n\p{L}\p{N}]?`;
const SIGNS = String.raw` ?[^${SPACE}\p{L}\p{N}]+`;
const SPACES = String.raw`${SPACE}+(?!\P{White_Space})|${SPACE}+`;

const R50K = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+|${SIGNS}|${SPACES}`;
const CL100K = [
  SUFFIX,
  String.raw`${BEFORE_WORD}\p{L}+`,
  String.raw`\p{N}{1,3}`,
  String.raw`${SIGNS}[\r\n]*`,
  String.raw`${SPACE}*[\r\n]+`,
  SPACES,
].join('|');
const O200K = [
  `${BEFORE_WORD}[${UPPER}]*[${LOWER}]+(?:${SUFFIX})?`,
  `${BEFORE_WORD}[${UPPER}]+[${LOWER}]*(?:${SUFFIX})?`,
  String.raw`\p{N}{1,3}`,
  String.raw`${SIGNS}[\r\n/]*`,
  String.raw`${SPACE}*[\r\n]+`,
  SPACES,
].join('|');

const patterns: Readonly<Record<EncodingName, string>> = {
  o200k_base: O200K,
  o200k_harmony: O200K,
  cl100k_base: CL100K,
  p50k_base: R50K,
  r50k_base: R50K,
};

/**
 * What an encoding cuts a text into before it merges bytes, as tiktoken's `pat_str`. Written anew because gpt-tokenizer's
 * patterns differ from it at U+FEFF, U+0085 and ſ. Sticky: matched piece by piece, so that counting can pause.
 */
export const splitPattern = (name: EncodingName): RegExp => new RegExp(patterns[name], 'uy');

import { MAX_BIASES, tokenIdPattern } from '../../../preload/contract/parameters';

/** Biases by token id (undefined: none, not sent), or what is wrong with them. */
export type ParsedBiases =
  | { readonly ok: true; readonly value: Readonly<Record<string, number>> | undefined }
  | { readonly ok: false; readonly problem: 'biasForm' | 'biasTwice' | 'tooManyBiases' };

const LINE = /^\s*(\d+)\s*[:：]\s*([+-]?\d+(?:\.\d+)?)\s*$/;

/** Reads biases, one `token id: bias` per line; empty lines do not count. */
export const parseBiases = (typed: string): ParsedBiases => {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return { ok: true, value: undefined };
  if (lines.length > MAX_BIASES) return { ok: false, problem: 'tooManyBiases' };
  const biases = new Map<string, number>();
  for (const line of lines) {
    const [, id = '', number = ''] = LINE.exec(line) ?? [];
    const bias = Number(number);
    if (!tokenIdPattern.test(id) || Math.abs(bias) > 100) return { ok: false, problem: 'biasForm' };
    if (biases.has(id)) return { ok: false, problem: 'biasTwice' };
    biases.set(id, bias);
  }
  return { ok: true, value: Object.fromEntries(biases) };
};

/** The text that `parseBiases` reads these biases from. */
export const showBiases = (biases: Readonly<Record<string, number>> | undefined): string =>
  Object.entries(biases ?? {})
    .map(([id, bias]) => `${id}: ${bias}`)
    .join('\n');

/** Controls that no text has: all but tab, line breaks, form feed and escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]/g;
/** A stray control is in many a log; this share of them makes no text. */
const MAX_CONTROLS = 0.005;

/** Bytes in which every other one tells whether UTF-16 was meant. */
const SAMPLE = 4096;

/** What Windows-1252 has for 0x80 to 0x9F. Written out: Node's decoder of that name reads plain Latin-1 in some versions. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const western = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const hasMark = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** UTF-16 without a mark: most of its characters have a zero as the same one of their two bytes. */
const unmarkedUtf16 = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null;
};

const encodingsOf = (bytes: Uint8Array): readonly string[] => {
  if (hasMark(bytes, 0xff, 0xfe)) return ['utf-16le'];
  if (hasMark(bytes, 0xfe, 0xff)) return ['utf-16be'];
  const utf16 = unmarkedUtf16(bytes);
  // GB18030 holds GBK and GB2312.
  return [...(utf16 === null ? [] : [utf16]), 'utf-8', 'gb18030'];
};

const isText = (text: string): boolean =>
  (text.match(CONTROLS)?.length ?? 0) <= text.length * MAX_CONTROLS && !text.includes('\0');

/**
 * The text in these bytes, without a byte-order mark and as it stands otherwise: UTF-8, UTF-16, GB18030 (Chinese) or
 * Windows-1252 (Western). Null when they are no text.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== null && isText(text)) return text;
  }
  // Any bytes can be Western: only the controls tell.
  const text = western(bytes);
  return isText(text) ? text : null;
};

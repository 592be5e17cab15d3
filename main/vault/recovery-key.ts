import { createHash } from 'node:crypto';
import { Failure } from '../../preload/contract/result';

// Crockford's alphabet has no I, L, O and U, so that what is read from paper cannot be misread:
// https://www.crockford.com/base32.html
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
const CHECK_BYTES = 3;
/** 280 bits at 5 bits a character. */
const LENGTH = ((KEY_BYTES + CHECK_BYTES) * 8) / 5;
const GROUP = 7;

const checksum = (key: Buffer): Buffer =>
  createHash('sha256').update('parlance recovery key 1').update(key).digest().subarray(0, CHECK_BYTES);

const toBase32 = (bytes: Buffer): string => {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let index = 0; index < LENGTH; index += 1) {
    text = ALPHABET.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
};

const fromBase32 = (text: string): Buffer | null => {
  let number = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return null;
    number = (number << 5n) | BigInt(digit);
  }
  return Buffer.from(number.toString(16).padStart((KEY_BYTES + CHECK_BYTES) * 2, '0'), 'hex');
};

// People type what they see: case, spaces, any kind of dash, and the letters that look like digits do not matter.
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

/**
 * Writes a 256-bit key (64 hex digits) so that it can be kept on paper: 56 characters of Crockford's base32 in 8 groups
 * of 7, of which 24 bits are a checksum.
 */
export const recoveryKeyOf = (keyHex: string): string => {
  const key = Buffer.from(keyHex, 'hex');
  const text = toBase32(Buffer.concat([key, checksum(key)]));
  return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
};

/**
 * Reads what `recoveryKeyOf` wrote, as a person types it, and gives back the 64 hex digits.
 * Errors: `vault.wrongRecoveryKey` for anything mistyped. Whether it opens the history is for the history to say.
 */
export const keyFromRecovery = (text: string): string => {
  const tidied = tidy(text);
  const bytes = tidied.length === LENGTH ? fromBase32(tidied) : null;
  const key = bytes?.subarray(0, KEY_BYTES);
  if (bytes === null || key === undefined || !checksum(key).equals(bytes.subarray(KEY_BYTES))) {
    throw new Failure('vault.wrongRecoveryKey', 'Not a recovery key, or mistyped');
  }
  return key.toString('hex');
};

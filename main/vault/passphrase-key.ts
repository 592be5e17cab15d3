import { randomBytes, scrypt } from 'node:crypto';

/** Cost of scrypt: N (a power of two), block size r, parallelism p. Takes 128·N·r bytes of memory. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MiB and some 0.3 s a guess: OWASP's first choice for scrypt (Password Storage Cheat Sheet). */
export const DEFAULT_SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** How a passphrase was made a key. The salt is base64. */
export interface KeyDerivation extends ScryptCost {
  readonly salt: string;
}

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** A derivation with a fresh salt. */
export const newDerivation = (cost: ScryptCost): KeyDerivation => ({
  salt: randomBytes(SALT_BYTES).toString('base64'),
  N: cost.N,
  r: cost.r,
  p: cost.p,
});

/**
 * Passphrase → 256-bit key, off the main thread. The passphrase is NFKC-normalised, so that keyboards and systems that
 * compose letters differently give the same key (NIST SP 800-63B).
 */
export const deriveKey = (passphrase: string, { salt, N, r, p }: KeyDerivation): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 128 * N * r + 2 ** 20 };
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

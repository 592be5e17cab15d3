import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

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

/** A text under AES-256-GCM: all parts base64. */
export interface SealedText {
  readonly nonce: string;
  readonly data: string;
  readonly tag: string;
}

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;

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

/** Encrypts `text` and binds it to `name`: under another name it does not open. */
export const seal = (key: Buffer, name: string, text: string): SealedText => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name, 'utf8'));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    data: data.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
};

/** The text sealed under this name; null for a wrong key, another name or a changed byte. */
export const unseal = (key: Buffer, name: string, { nonce, data, tag }: SealedText): string | null => {
  try {
    const options = { authTagLength: 16 };
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), options);
    decipher.setAAD(Buffer.from(name, 'utf8')).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
};

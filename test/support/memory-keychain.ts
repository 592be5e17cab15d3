import { randomBytes } from 'node:crypto';
import type { Keychain } from '../../main/vault/keychain';
import { seal, unseal } from '../../main/vault/sealed-text';

/** A computer's keychain: it outlives the app, and another one cannot decrypt what this one encrypted. */
export const memoryKeychain = (): Keychain => {
  const key = randomBytes(32);
  return {
    available: async () => true,
    encrypt: async (text) => Buffer.from(JSON.stringify(seal(key, '', text))).toString('base64'),
    decrypt: async (encrypted) =>
      unseal(key, '', JSON.parse(Buffer.from(encrypted, 'base64').toString('utf8'))),
  };
};

/** A computer without a keychain. */
export const noKeychain: Keychain = {
  available: async () => false,
  encrypt: () => Promise.reject(new Error('There is no keychain')),
  decrypt: async () => null,
};

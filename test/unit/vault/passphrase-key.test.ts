import { describe, expect, it } from 'vitest';
import { DEFAULT_SCRYPT_COST, deriveKey, newDerivation } from '../../../main/vault/passphrase-key';

const cheap = { N: 1024, r: 1, p: 1 };

describe('passphrase key', () => {
  it('derives at the full cost: Node refuses 128 MiB unless it is told to allow it', async () => {
    const key = await deriveKey('correct horse', newDerivation(DEFAULT_SCRYPT_COST));
    expect(key).toHaveLength(32);
  });

  it('is as RFC 7914 says, so that a vault opens on every system', async () => {
    const derivation = { salt: Buffer.from('SodiumChloride').toString('base64'), N: 16384, r: 8, p: 1 };
    const key = await deriveKey('pleaseletmein', derivation);
    expect(key.toString('hex')).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
  });

  it('gives the same key for a letter typed composed and decomposed', async () => {
    const derivation = newDerivation(cheap);
    const composed = await deriveKey('motdepassé', derivation);
    expect(await deriveKey('motdepasse\u0301', derivation)).toEqual(composed);
  });

  it('never derives the same key twice from one passphrase: salts are fresh', async () => {
    const [one, two] = [newDerivation(cheap), newDerivation(cheap)];
    expect(await deriveKey('same', one)).not.toEqual(await deriveKey('same', two));
  });
});

import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SCRYPT_COST,
  deriveKey,
  newDerivation,
  seal,
  unseal,
} from '../../../main/vault/passphrase-key';

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

describe('seal', () => {
  const key = Buffer.alloc(32, 1);

  it('gives the text back', () => {
    expect(unseal(key, 'name', seal(key, 'name', 'text ✓'))).toBe('text ✓');
  });

  it('does not open under another name or key: records cannot be swapped in the file', () => {
    const sealed = seal(key, 'api-key a', 'secret');
    expect(unseal(key, 'api-key b', sealed)).toBeNull();
    expect(unseal(Buffer.alloc(32, 2), 'api-key a', sealed)).toBeNull();
  });

  it('does not open with a changed byte or a shortened tag', () => {
    const sealed = seal(key, 'name', 'secret');
    const flipped = Buffer.from(sealed.data, 'base64');
    flipped.writeUInt8(flipped.readUInt8(0) ^ 1, 0);
    expect(unseal(key, 'name', { ...sealed, data: flipped.toString('base64') })).toBeNull();
    const shortTag = Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64');
    expect(unseal(key, 'name', { ...sealed, tag: shortTag })).toBeNull();
  });

  it('never uses a nonce twice', () => {
    const nonces = new Set(Array.from({ length: 100 }, () => seal(key, 'name', 'text').nonce));
    expect(nonces.size).toBe(100);
  });
});

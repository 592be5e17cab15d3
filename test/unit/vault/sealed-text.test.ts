import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../main/vault/sealed-text';

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

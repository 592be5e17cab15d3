import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyFromRecovery, recoveryKeyOf } from '../../../main/vault/recovery-key';

/** Keys that differ from run to run would make a failure hard to see again: these are random and always the same. */
const keys = Array.from({ length: 200 }, (_, index) =>
  createHash('sha256').update(`key ${index}`).digest('hex'),
);
const edges = ['0'.repeat(64), 'f'.repeat(64), `${'0'.repeat(63)}1`, `1${'0'.repeat(63)}`];
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = (text: string): unknown => {
  try {
    return keyFromRecovery(text);
  } catch (thrown) {
    return thrown;
  }
};
const wrong = expect.objectContaining({ code: 'vault.wrongRecoveryKey' });

describe('recovery key', () => {
  it('gives every key back, those with leading zeros too', () => {
    for (const key of [...keys, ...edges]) expect(keyFromRecovery(recoveryKeyOf(key))).toBe(key);
  });

  it('keeps the format that people have on paper', () => {
    const key = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
    expect(recoveryKeyOf(key)).toMatch(/^([0-9A-HJKMNP-TV-Z]{7}-){7}[0-9A-HJKMNP-TV-Z]{7}$/);
    expect(recoveryKeyOf(key)).toBe('000G40R-40M30E2-09185GR-38E1W81-24GK2GA-HC5RR34-D1P70X3-RFJQN05');
  });

  it('reads what a person types: lower case, spaces, other dashes, O for 0, I and L for 1', () => {
    for (const key of [...keys.slice(0, 40), ...edges]) {
      const written = recoveryKeyOf(key);
      const typed = `  ${written.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o')}\n`;
      expect(keyFromRecovery(typed)).toBe(key);
      expect(keyFromRecovery(written.replaceAll('1', 'l').replaceAll('-', ''))).toBe(key);
      expect(keyFromRecovery(written.replaceAll('1', 'I').replaceAll('-', '—'))).toBe(key);
    }
  });

  it('refuses any one wrong character instead of giving a wrong key', () => {
    const written = recoveryKeyOf(keys[0] ?? '').replaceAll('-', '');
    for (let at = 0; at < written.length; at += 1) {
      for (const other of ALPHABET.replace(written.charAt(at), '')) {
        expect(code(written.slice(0, at) + other + written.slice(at + 1))).toEqual(wrong);
      }
    }
  });

  it('refuses two swapped neighbours', () => {
    for (const key of keys.slice(0, 40)) {
      const written = recoveryKeyOf(key).replaceAll('-', '');
      for (let at = 0; at + 1 < written.length; at += 1) {
        const [a, b] = [written.charAt(at), written.charAt(at + 1)];
        if (a !== b) expect(code(written.slice(0, at) + b + a + written.slice(at + 2))).toEqual(wrong);
      }
    }
  });

  it('refuses what is too short, too long, empty or has a letter that is in no key', () => {
    const written = recoveryKeyOf(keys[0] ?? '');
    for (const text of [
      '',
      '-',
      written.slice(1),
      `${written}0`,
      written.replace(/.$/, 'U'),
      '键'.repeat(56),
    ]) {
      expect(code(text)).toEqual(wrong);
    }
  });

  it('does not repeat what was typed in its error', () => {
    expect(String(code('MY-SECRET-KEY'))).not.toContain('SECRET');
  });
});

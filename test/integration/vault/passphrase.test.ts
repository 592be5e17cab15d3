import { describe, expect, it } from 'vitest';
import type { Vault } from '../../../main/vault/vault';
import { memoryKeychain, noKeychain } from '../../support/memory-keychain';
import { historyKeyOf, openTestVault } from '../../support/open-test-vault';
import { filesHolding, tempProfile } from '../../support/temp-profile';

const ORIGIN = 'https://api.openai.com';
const API_KEY = 'sk-test-0123456789abcdef';
const PASSPHRASE = 'correct horse battery';

const unlocked = async (vault: Vault, passphrase = PASSPHRASE): Promise<Vault> => {
  await vault.unlock(passphrase);
  return vault;
};

describe.each([
  ['with a keychain', memoryKeychain],
  ['without a keychain', () => noKeychain],
] as const)('passphrase, %s', (_, makeKeychain) => {
  it('protects everything at once and asks at the next start', async () => {
    const [profile, keychain] = [await tempProfile(), makeKeychain()];
    const vault = await openTestVault(profile, keychain);
    const key = await historyKeyOf(vault, false);
    await vault.setApiKey('a', ORIGIN, API_KEY);
    await vault.setPassphrase(PASSPHRASE);
    expect(vault.info()).toMatchObject({ historyKey: 'passphrase', passphraseSet: true });
    expect(vault.keyInfo('a', ORIGIN)).toEqual({ stored: true, lastFour: 'cdef', method: 'passphrase' });
    for (const secret of [key, API_KEY, PASSPHRASE]) expect(await filesHolding(profile, secret)).toEqual([]);

    const later = await openTestVault(profile, keychain);
    expect(later.locked).toBe(true);
    expect(await historyKeyOf(later)).toBe('locked');
    await expect(later.apiKey('a', ORIGIN)).rejects.toMatchObject({ code: 'history.locked' });
    await later.unlock(PASSPHRASE);
    expect(await historyKeyOf(later)).toBe(key);
    expect(await later.apiKey('a', ORIGIN)).toBe(API_KEY);
  });

  it('can be changed: the old one no longer opens, the new one does', async () => {
    const [profile, keychain] = [await tempProfile(), makeKeychain()];
    const vault = await openTestVault(profile, keychain);
    const key = await historyKeyOf(vault, false);
    await vault.setPassphrase(PASSPHRASE);
    await vault.setPassphrase('another one');
    const later = await openTestVault(profile, keychain);
    await expect(later.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault.wrongPassphrase' });
    expect(await historyKeyOf(await unlocked(later, 'another one'))).toBe(key);
  });

  it('can be taken away, and the history opens without it', async () => {
    const [profile, keychain] = [await tempProfile(), makeKeychain()];
    const vault = await openTestVault(profile, keychain);
    const key = await historyKeyOf(vault, false);
    await vault.setPassphrase(PASSPHRASE);
    await vault.setApiKey('a', ORIGIN, API_KEY);
    await vault.removePassphrase();
    const isOs = keychain !== noKeychain;
    expect(vault.info()).toEqual({
      historyKey: isOs ? 'os' : 'keyfile',
      osKeychain: isOs,
      passphraseSet: false,
    });
    expect(vault.keyInfo('a', ORIGIN).method).toBe(isOs ? 'os' : 'session');
    expect(await vault.apiKey('a', ORIGIN)).toBe(API_KEY);
    expect(await filesHolding(profile, API_KEY)).toEqual([]);
    const later = await openTestVault(profile, keychain);
    expect(await historyKeyOf(later)).toBe(key);
    expect(await later.apiKey('a', ORIGIN)).toBe(isOs ? API_KEY : null);
  });
});

describe('passphrase', () => {
  it('is refused when it is short, also when combining marks make it look long enough', async () => {
    const vault = await openTestVault(await tempProfile(), noKeychain);
    for (const weak of ['', '1234567', 'e\u0301'.repeat(7)]) {
      await expect(vault.setPassphrase(weak)).rejects.toMatchObject({ code: 'vault.weakPassphrase' });
    }
    expect(vault.info().passphraseSet).toBe(false);
    await vault.setPassphrase('密码很长很安全的');
    expect(vault.info().passphraseSet).toBe(true);
  });

  it('stays locked after a wrong guess, and the right one still works', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, noKeychain);
    const key = await historyKeyOf(vault, false);
    await vault.setPassphrase(PASSPHRASE);
    const later = await openTestVault(profile, noKeychain);
    for (const guess of ['', 'wrong', `${PASSPHRASE} `]) {
      await expect(later.unlock(guess)).rejects.toMatchObject({ code: 'vault.wrongPassphrase' });
    }
    expect(await historyKeyOf(later)).toBe('locked');
    expect(await historyKeyOf(await unlocked(later))).toBe(key);
  });

  it('cannot be changed or taken away while locked', async () => {
    const profile = await tempProfile();
    await (await openTestVault(profile, noKeychain)).setPassphrase(PASSPHRASE);
    const later = await openTestVault(profile, noKeychain);
    await expect(later.setPassphrase('attacker chosen')).rejects.toMatchObject({ code: 'history.locked' });
    await expect(later.removePassphrase()).rejects.toMatchObject({ code: 'history.locked' });
    expect(later.locked).toBe(true);
  });

  it('stores a key typed while locked once it is unlocked', async () => {
    const profile = await tempProfile();
    await (await openTestVault(profile, noKeychain)).setPassphrase(PASSPHRASE);
    const vault = await openTestVault(profile, noKeychain);
    await vault.setApiKey('a', ORIGIN, API_KEY);
    expect(vault.keyInfo('a', ORIGIN).method).toBe('session');
    expect(await vault.apiKey('a', ORIGIN)).toBe(API_KEY);
    await vault.unlock(PASSPHRASE);
    expect(vault.keyInfo('a', ORIGIN).method).toBe('passphrase');
    const later = await unlocked(await openTestVault(profile, noKeychain));
    expect(await later.apiKey('a', ORIGIN)).toBe(API_KEY);
  });

  it('protects a history key made after it was set', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, memoryKeychain());
    await vault.setPassphrase(PASSPHRASE);
    await historyKeyOf(vault, false);
    expect(vault.info().historyKey).toBe('passphrase');
  });

  it('does not throw away what the keychain cannot decrypt just now', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const vault = await openTestVault(profile, keychain);
    const key = await historyKeyOf(vault, false);
    await vault.setApiKey('a', ORIGIN, API_KEY);
    const meanwhile = await openTestVault(profile, noKeychain);
    await meanwhile.setPassphrase(PASSPHRASE);
    await meanwhile.removePassphrase();
    const later = await openTestVault(profile, keychain);
    expect(await historyKeyOf(later)).toBe(key);
    expect(await later.apiKey('a', ORIGIN)).toBe(API_KEY);
  });

  it('tells its listeners, and not those that went', async () => {
    const vault = await openTestVault(await tempProfile(), noKeychain);
    const seen: boolean[] = [];
    const undo = vault.onChange(() => seen.push(vault.info().passphraseSet));
    await vault.setPassphrase(PASSPHRASE);
    undo();
    await vault.removePassphrase();
    expect(seen).toEqual([true]);
  });
});

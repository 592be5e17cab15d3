import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryKeychain, noKeychain } from '../../support/memory-keychain';
import { historyKeyOf, openTestVault } from '../../support/open-test-vault';
import { filesHolding, tempProfile } from '../../support/temp-profile';

const ORIGIN = 'https://api.openai.com';
const API_KEY = 'sk-test-0123456789abcdef';

describe('API key', () => {
  it('is kept by the keychain and found after a restart', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    await (await openTestVault(profile, keychain)).setApiKey('a', ORIGIN, API_KEY);
    const later = await openTestVault(profile, keychain);
    expect(await later.apiKey('a', ORIGIN)).toBe(API_KEY);
    expect(later.keyInfo('a', ORIGIN)).toEqual({ stored: true, lastFour: 'cdef', method: 'os' });
    expect(await filesHolding(profile, API_KEY)).toEqual([]);
  });

  it('is never on disk without keychain and passphrase, and gone at the next start', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, noKeychain);
    await historyKeyOf(vault, false);
    await vault.setApiKey('a', ORIGIN, API_KEY);
    expect(await vault.apiKey('a', ORIGIN)).toBe(API_KEY);
    expect(vault.keyInfo('a', ORIGIN)).toEqual({ stored: true, lastFour: 'cdef', method: 'session' });
    expect(await filesHolding(profile, API_KEY)).toEqual([]);
    const later = await openTestVault(profile, noKeychain);
    expect(await later.apiKey('a', ORIGIN)).toBeNull();
    expect(later.keyInfo('a', ORIGIN).stored).toBe(false);
  });

  it('falls back to memory when the keychain refuses to encrypt', async () => {
    const profile = await tempProfile();
    const refusing = { ...memoryKeychain(), encrypt: () => Promise.reject(new Error('locked')) };
    const vault = await openTestVault(profile, refusing);
    await vault.setApiKey('a', ORIGIN, API_KEY);
    expect(vault.keyInfo('a', ORIGIN).method).toBe('session');
    expect(await vault.apiKey('a', ORIGIN)).toBe(API_KEY);
  });

  it('is not given for another origin: a changed base URL must not send it elsewhere', async () => {
    for (const keychain of [memoryKeychain(), noKeychain]) {
      const vault = await openTestVault(await tempProfile(), keychain);
      await vault.setApiKey('a', ORIGIN, API_KEY);
      for (const other of ['https://evil.example', 'http://api.openai.com', 'https://api.openai.com:8443']) {
        expect(await vault.apiKey('a', other)).toBeNull();
        expect(vault.keyInfo('a', other).stored).toBe(false);
      }
      expect(await vault.apiKey('b', ORIGIN)).toBeNull();
      expect(vault.keyInfo('a', ORIGIN).stored).toBe(true);
    }
  });

  it('does not decrypt under another origin written into the file', async () => {
    const keychain = memoryKeychain();
    for (const passphrase of [null, 'a passphrase']) {
      const profile = await tempProfile();
      const vault = await openTestVault(profile, keychain);
      if (passphrase !== null) await vault.setPassphrase(passphrase);
      await vault.setApiKey('a', ORIGIN, API_KEY);
      const file = join(profile, 'vault.json');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(`"${ORIGIN}"`, '"https://evil.example"'));
      const later = await openTestVault(profile, keychain);
      await later.unlock(passphrase ?? '');
      expect(await later.apiKey('a', 'https://evil.example')).toBeNull();
    }
  });

  it('shows no characters of a short key', async () => {
    const vault = await openTestVault(await tempProfile(), memoryKeychain());
    await vault.setApiKey('a', ORIGIN, 'short-key-1');
    expect(vault.keyInfo('a', ORIGIN)).toEqual({ stored: true, lastFour: null, method: 'os' });
  });

  it('that can no longer be decrypted counts as none, and tells so', async () => {
    const profile = await tempProfile();
    await (await openTestVault(profile, memoryKeychain())).setApiKey('a', ORIGIN, API_KEY);
    const vault = await openTestVault(profile, memoryKeychain());
    let told = 0;
    vault.onChange(() => {
      told += 1;
    });
    expect(await vault.apiKey('a', ORIGIN)).toBeNull();
    expect(vault.keyInfo('a', ORIGIN).stored).toBe(false);
    expect(told).toBe(1);
    await vault.setApiKey('a', ORIGIN, 'sk-a-new-key-for-it');
    expect(vault.keyInfo('a', ORIGIN).stored).toBe(true);
  });

  it('leaves no ciphertext behind when it is removed, in what was put aside neither', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const vault = await openTestVault(profile, keychain);
    await historyKeyOf(vault, false);
    await vault.setPassphrase('to be forgotten');
    await vault.setApiKey('endpoint-a', ORIGIN, API_KEY);
    const later = await openTestVault(profile, keychain);
    await later.forgetHistoryKey();
    expect(await readFile(join(profile, 'vault.json'), 'utf8')).toContain('endpoint-a');
    await later.removeApiKey('endpoint-a');
    expect(await readFile(join(profile, 'vault.json'), 'utf8')).not.toContain('endpoint-a');
    expect(await later.apiKey('endpoint-a', ORIGIN)).toBeNull();
  });

  it('saved many at a time are all kept', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const vault = await openTestVault(profile, keychain);
    const ids = Array.from({ length: 20 }, (_, index) => `endpoint-${index}`);
    await Promise.all([
      ...ids.map((id) => vault.setApiKey(id, ORIGIN, `${API_KEY}-${id}`)),
      historyKeyOf(vault, false),
    ]);
    const later = await openTestVault(profile, keychain);
    for (const id of ids) expect(await later.apiKey(id, ORIGIN)).toBe(`${API_KEY}-${id}`);
  });
});

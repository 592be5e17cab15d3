import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFromRecovery } from '../../../main/vault/recovery-key';
import { memoryKeychain, noKeychain } from '../../support/memory-keychain';
import { historyKeyOf, openTestVault } from '../../support/open-test-vault';
import { filesHolding, namesIn, tempProfile } from '../../support/temp-profile';

const KEY = /^[0-9a-f]{64}$/;

describe('history key', () => {
  it('is random, made once and found again after a restart: keychain', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const vault = await openTestVault(profile, keychain);
    const key = await historyKeyOf(vault, false);
    expect(key).toMatch(KEY);
    expect(vault.info()).toEqual({ historyKey: 'os', osKeychain: true, passphraseSet: false });
    expect(await historyKeyOf(await openTestVault(profile, keychain))).toBe(key);
    expect(await filesHolding(profile, key)).toEqual([]);
    const other = await openTestVault(await tempProfile(), keychain);
    expect(await historyKeyOf(other, false)).not.toBe(key);
  });

  it('is in a file that only its owner can read where there is no keychain, and says so', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, noKeychain);
    const key = await historyKeyOf(vault, false);
    expect(vault.info()).toEqual({ historyKey: 'keyfile', osKeychain: false, passphraseSet: false });
    expect(await historyKeyOf(await openTestVault(profile, noKeychain))).toBe(key);
    expect(await filesHolding(profile, key)).toEqual(['history.key']);
    expect((await stat(join(profile, 'history.key'))).mode & 0o777).toBe(0o600);
  });

  it('moves from the key file to a keychain that has become available', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const key = await historyKeyOf(await openTestVault(profile, noKeychain), false);
    const vault = await openTestVault(profile, keychain);
    expect(await historyKeyOf(vault)).toBe(key);
    expect(vault.info().historyKey).toBe('os');
    expect(await filesHolding(profile, key)).toEqual([]);
    expect(await historyKeyOf(await openTestVault(profile, keychain))).toBe(key);
  });

  it('stays in the key file when a keychain encrypts what it cannot decrypt', async () => {
    const profile = await tempProfile();
    const key = await historyKeyOf(await openTestVault(profile, noKeychain), false);
    const oneWay = { ...memoryKeychain(), decrypt: async () => null };
    expect(await historyKeyOf(await openTestVault(profile, oneWay))).toBe(key);
    expect(await historyKeyOf(await openTestVault(profile, noKeychain))).toBe(key);
  });

  it('is lost, not replaced, when the keychain is another one or gone, and is back when that is back', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const key = await historyKeyOf(await openTestVault(profile, keychain), false);
    const before = await readFile(join(profile, 'vault.json'), 'utf8');
    for (const other of [noKeychain, memoryKeychain()]) {
      for (const historyExists of [true, false]) {
        expect(await historyKeyOf(await openTestVault(profile, other), historyExists)).toBe('lost');
      }
    }
    expect(await readFile(join(profile, 'vault.json'), 'utf8')).toBe(before);
    expect(await historyKeyOf(await openTestVault(profile, keychain))).toBe(key);
  });

  it('is lost, not made anew, when there is a history and no key at all', async () => {
    const profile = await tempProfile();
    expect(await historyKeyOf(await openTestVault(profile, memoryKeychain()))).toBe('lost');
    expect(await namesIn(profile)).toEqual([]);
  });

  it('is lost, and the file left alone, when the key file holds no key', async () => {
    const profile = await tempProfile();
    await writeFile(join(profile, 'history.key'), 'not a key');
    expect(await historyKeyOf(await openTestVault(profile, noKeychain), false)).toBe('lost');
    expect(await readFile(join(profile, 'history.key'), 'utf8')).toBe('not a key');
  });
});

describe('recovery', () => {
  it('shows the key on paper and takes it back after the keychain was lost', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, memoryKeychain());
    const key = await historyKeyOf(vault, false);
    const written = await vault.recoveryKey();

    const newKeychain = memoryKeychain();
    const later = await openTestVault(profile, newKeychain);
    expect(await historyKeyOf(later)).toBe('lost');
    await later.adoptHistoryKey(keyFromRecovery(written));
    expect(later.info().historyKey).toBe('os');
    expect(await historyKeyOf(await openTestVault(profile, newKeychain))).toBe(key);
  });

  it('keeps the key it replaces', async () => {
    const profile = await tempProfile();
    const oldKeychain = memoryKeychain();
    await historyKeyOf(await openTestVault(profile, oldKeychain), false);
    const old = JSON.parse(await readFile(join(profile, 'vault.json'), 'utf8'));
    const vault = await openTestVault(profile, memoryKeychain());
    await vault.adoptHistoryKey('a'.repeat(64));
    const now = JSON.parse(await readFile(join(profile, 'vault.json'), 'utf8'));
    expect(now.retired).toEqual([expect.objectContaining({ historyKey: old.historyKey })]);
  });

  it('goes on without a forgotten passphrase, and keeps what was under it aside', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, noKeychain);
    const key = await historyKeyOf(vault, false);
    const written = await vault.recoveryKey();
    await vault.setPassphrase('long forgotten');
    await vault.setApiKey('a', 'https://a.example', 'sk-under-passphrase');

    const later = await openTestVault(profile, noKeychain);
    expect(await historyKeyOf(later)).toBe('locked');
    await later.adoptHistoryKey(keyFromRecovery(written));
    expect(later.locked).toBe(false);
    expect(later.info()).toEqual({ historyKey: 'keyfile', osKeychain: false, passphraseSet: false });
    expect(await historyKeyOf(later)).toBe(key);
    expect(later.keyInfo('a', 'https://a.example').stored).toBe(false);
    const stored = JSON.parse(await readFile(join(profile, 'vault.json'), 'utf8'));
    expect(Object.keys(stored.retired[0].apiKeys)).toEqual(['a']);
  });

  it('shows nothing while locked, and nothing when there is no key', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, noKeychain);
    await expect(vault.recoveryKey()).rejects.toMatchObject({ code: 'vault.failed' });
    await historyKeyOf(vault, false);
    await vault.setPassphrase('eight chars');
    const later = await openTestVault(profile, noKeychain);
    await expect(later.recoveryKey()).rejects.toMatchObject({ code: 'history.locked' });
  });
});

describe('starting a new history', () => {
  it('gets a new key and keeps the old key file under another name', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, noKeychain);
    const old = await historyKeyOf(vault, false);
    await vault.forgetHistoryKey();
    const fresh = await historyKeyOf(vault, false);
    expect(fresh).toMatch(KEY);
    expect(fresh).not.toBe(old);
    const [kept] = await filesHolding(profile, old);
    expect(kept).toMatch(/^history-.*\.key$/);
    expect(await filesHolding(profile, fresh)).toEqual(['history.key']);
  });

  it('keeps an old wrapped key in the vault', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const old = await historyKeyOf(await openTestVault(profile, keychain), false);
    const stored = JSON.parse(await readFile(join(profile, 'vault.json'), 'utf8'));
    const vault = await openTestVault(profile, memoryKeychain());
    expect(await historyKeyOf(vault)).toBe('lost');
    await vault.forgetHistoryKey();
    expect(await historyKeyOf(vault, false)).not.toBe(old);
    const now = JSON.parse(await readFile(join(profile, 'vault.json'), 'utf8'));
    expect(now.retired[0].historyKey).toEqual(stored.historyKey);
  });

  it('gives a forgotten passphrase up', async () => {
    const profile = await tempProfile();
    const vault = await openTestVault(profile, noKeychain);
    await historyKeyOf(vault, false);
    await vault.setPassphrase('long forgotten');
    const later = await openTestVault(profile, noKeychain);
    await later.forgetHistoryKey();
    expect(later.info()).toEqual({ historyKey: null, osKeychain: false, passphraseSet: false });
    expect(await historyKeyOf(later, false)).toMatch(KEY);
  });
});

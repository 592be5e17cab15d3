import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../../main/storage/durable-files';
import type { Keychain } from '../../../main/vault/keychain';
import type { Vault } from '../../../main/vault/vault';
import { type DiskFault, failingFiles } from '../../support/failing-files';
import { memoryKeychain, noKeychain } from '../../support/memory-keychain';
import { historyKeyOf, openTestVault } from '../../support/open-test-vault';
import { tempProfile } from '../../support/temp-profile';

const ORIGIN = 'https://api.openai.com';
const OLD = 'the old passphrase';
const NEW = 'the new passphrase';

interface Change {
  readonly name: string;
  /** The keychain of the run that made the key, and of the run that changes something. */
  readonly before: () => Keychain;
  readonly after: (before: Keychain) => Keychain;
  readonly passphrase: string | null;
  readonly act: (vault: Vault) => Promise<unknown>;
}

const same = (keychain: Keychain): Keychain => keychain;
const none = (): Keychain => noKeychain;

const changes: readonly Change[] = [
  ...[none, memoryKeychain].flatMap((before): Change[] => [
    { name: 'set', before, after: same, passphrase: null, act: (vault) => vault.setPassphrase(NEW) },
    { name: 'change', before, after: same, passphrase: OLD, act: (vault) => vault.setPassphrase(NEW) },
    { name: 'remove', before, after: same, passphrase: OLD, act: (vault) => vault.removePassphrase() },
  ]),
  {
    name: 'upgrade to a keychain',
    before: none,
    after: memoryKeychain,
    passphrase: null,
    act: (vault) => historyKeyOf(vault),
  },
  {
    name: 'remove with a keychain that has come',
    before: none,
    after: memoryKeychain,
    passphrase: OLD,
    act: (vault) => vault.removePassphrase(),
  },
  {
    name: 'unlock with a key typed before',
    before: none,
    after: same,
    passphrase: OLD,
    act: (vault) => vault.setApiKey('b', ORIGIN, 'sk-typed-before-unlock'),
  },
];

const unlockIfLocked = async (vault: Vault): Promise<void> => {
  for (const passphrase of [OLD, NEW]) {
    if (vault.locked) await vault.unlock(passphrase).catch(() => undefined);
  }
};

const prepare = async ({ before, after, passphrase }: Change) => {
  const [profile, made] = [await tempProfile(), before()];
  const vault = await openTestVault(profile, made);
  const key = await historyKeyOf(vault, false);
  if (passphrase !== null) await vault.setPassphrase(passphrase);
  await vault.setApiKey('a', ORIGIN, 'sk-stored-before-the-change');
  return { profile, key, keychain: after(made) };
};

// Without a keychain and a passphrase a key lasts a session, and so it does when the passphrase is taken away.
const isApiKeyStored = ({ before, passphrase }: Change, keychain: Keychain): boolean =>
  keychain !== noKeychain && (passphrase !== null || before === memoryKeychain);

/** Makes the change with the disk failing as told; answers how many changes of the disk it asked for. */
const run = async (change: Change, fault: DiskFault): Promise<number> => {
  const { profile, key, keychain } = await prepare(change);
  const disk = failingFiles(fault);
  const vault = await openTestVault(profile, keychain, disk.files);
  await unlockIfLocked(vault);
  await change.act(vault).catch((thrown: unknown) => {
    expect(thrown).toMatchObject({ code: 'vault.failed' });
  });
  if (!fault.lasts) expect(await historyKeyOf(vault)).toBe(key);

  const later = await openTestVault(profile, keychain);
  await unlockIfLocked(later);
  expect(later.locked).toBe(false);
  expect(await historyKeyOf(later)).toBe(key);
  if (isApiKeyStored(change, keychain)) {
    expect(await later.apiKey('a', ORIGIN)).toBe('sk-stored-before-the-change');
  }
  return disk.changes();
};

describe.each(changes.map((change, index) => [`${index} ${change.name}`, change] as const))(
  'history key, when the disk fails during: %s',
  (_, change) => {
    it.each([
      ['before', true],
      ['before', false],
      ['after', true],
      ['after', false],
    ] as const)('is never out of reach (%s the step, for good: %s)', async (moment, lasts) => {
      const steps = await run(change, { atChange: Number.POSITIVE_INFINITY, moment, lasts });
      expect(steps).toBeGreaterThan(change.name.startsWith('unlock') ? -1 : 0);
      for (let atChange = 1; atChange <= steps; atChange += 1) await run(change, { atChange, moment, lasts });
    });
  },
);

describe('making the history key', () => {
  it('gives no key that would be gone at the next start', async () => {
    for (const keychain of [noKeychain, memoryKeychain()]) {
      const profile = await tempProfile();
      const { files } = failingFiles({ atChange: 1, moment: 'before', lasts: true });
      const vault = await openTestVault(profile, keychain, files);
      await expect(vault.historyKey({ historyExists: false })).rejects.toMatchObject({
        code: 'vault.failed',
        detail: { reason: 'ENOSPC' },
      });
      const key = await historyKeyOf(await openTestVault(profile, keychain), false);
      expect(await historyKeyOf(await openTestVault(profile, keychain))).toBe(key);
    }
  });
});

describe('a failed write', () => {
  it('leaves memory as the file is', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    await historyKeyOf(await openTestVault(profile, keychain), false);
    const { files } = failingFiles({ atChange: 1, moment: 'before', lasts: true });
    const vault = await openTestVault(profile, keychain, files);
    await expect(vault.setApiKey('a', ORIGIN, 'sk-not-written')).rejects.toMatchObject({
      code: 'vault.failed',
    });
    expect(await vault.apiKey('a', ORIGIN)).toBeNull();
    await expect(vault.setPassphrase(NEW)).rejects.toMatchObject({ code: 'vault.failed' });
    expect(vault.info().passphraseSet).toBe(false);
  });

  it('that left the unprotected copy behind is told, and made good at the next start', async () => {
    const profile = await tempProfile();
    const key = await historyKeyOf(await openTestVault(profile, noKeychain), false);
    const files = { ...diskFiles, remove: () => Promise.reject(new Error('busy')) };
    const vault = await openTestVault(profile, noKeychain, files);
    await vault.setPassphrase(NEW);
    expect(vault.info()).toMatchObject({ historyKey: 'keyfile', passphraseSet: true });
    const later = await openTestVault(profile, noKeychain);
    expect(await historyKeyOf(later)).toBe('locked');
    await later.unlock(NEW);
    expect(await historyKeyOf(later)).toBe(key);
    expect(later.info().historyKey).toBe('passphrase');
  });
});

import type { Files } from '../../main/storage/durable-files';
import type { Keychain } from '../../main/vault/keychain';
import { openVault, type Vault } from '../../main/vault/vault';

/** A vault whose passphrase costs a millisecond instead of a third of a second. */
export const openTestVault = (profileDir: string, keychain: Keychain, files?: Files): Promise<Vault> =>
  openVault({ profileDir, keychain, scryptCost: { N: 1024, r: 1, p: 1 }, ...(files && { files }) });

/** The history key, or the reason why there is none. */
export const historyKeyOf = async (vault: Vault, historyExists = true): Promise<string> => {
  const result = await vault.historyKey({ historyExists });
  return result.kind === 'key' ? result.keyHex : result.kind;
};

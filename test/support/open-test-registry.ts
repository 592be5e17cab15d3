import { type EndpointRegistry, openRegistry } from '../../main/endpoints/registry';
import type { WriteJson } from '../../main/storage/electron-store-file';
import type { Keychain } from '../../main/vault/keychain';
import type { Vault } from '../../main/vault/vault';
import './electron-store-in-node';
import { openTestVault } from './open-test-vault';

/** A started registry with the vault beside it, as main has them. */
export const openTestRegistry = async (
  folder: string,
  keychain: Keychain,
  { env = {}, write }: { readonly env?: Readonly<Record<string, string>>; readonly write?: WriteJson } = {},
): Promise<{ readonly registry: EndpointRegistry; readonly vault: Vault }> => {
  const vault = await openTestVault(folder, keychain);
  const parts = { vault, env, demoBaseUrl: async () => 'http://127.0.0.1:4321/v1' };
  const registry = await openRegistry({ folder, ...(write && { write }) }, parts);
  return { registry, vault };
};

import type { KeyInfo } from '../../preload/contract/endpoints';
import { lastFourOf } from './last-four';
import type { Protector, VaultCore } from './vault-core';
import { type StoredApiKey, type VaultState, withoutApiKey } from './vault-state';

/** An endpoint without a key. */
export const NO_KEY: KeyInfo = { stored: false, lastFour: null, method: null };

const nameOf = (endpointId: string, origin: string): string => `api-key ${endpointId} ${origin}`;

/** An API key with the endpoint and the origin it belongs to. */
export interface PlainApiKey {
  readonly endpointId: string;
  readonly origin: string;
  readonly key: string;
}

/** Puts API keys under a protector. Those that cannot be are left out of the answer. */
export const protectApiKeys = async (
  core: VaultCore,
  protector: Protector | null,
  keys: readonly PlainApiKey[],
): Promise<VaultState['apiKeys']> => {
  const stored: Record<string, StoredApiKey> = {};
  for (const { endpointId, origin, key } of keys) {
    const wrapped = await core.protect(protector, nameOf(endpointId, origin), key);
    if (wrapped !== null) stored[endpointId] = { origin, lastFour: lastFourOf(key), wrapped };
  }
  return stored;
};

const readStoredApiKeys = async (core: VaultCore): Promise<readonly PlainApiKey[]> => {
  const readable: PlainApiKey[] = [];
  for (const [endpointId, { origin, wrapped }] of Object.entries(core.state.apiKeys)) {
    const key = await core.reveal(nameOf(endpointId, origin), wrapped);
    if (key !== null) readable.push({ endpointId, origin, key });
  }
  return readable;
};

/** The API keys that are only in memory. */
export const sessionApiKeys = (core: VaultCore): readonly PlainApiKey[] =>
  [...core.sessionKeys].map(([endpointId, { origin, key }]) => ({ endpointId, origin, key }));

/** All API keys that can be read now: the stored ones and those only in memory. */
export const readApiKeys = async (core: VaultCore): Promise<readonly PlainApiKey[]> => [
  ...(await readStoredApiKeys(core)),
  ...sessionApiKeys(core),
];

/**
 * Keeps a key for one endpoint and one origin: under the passphrase or the keychain, else in memory only.
 * Errors: `vault.failed`, and then the key before it is still in force.
 */
export const setApiKey = async (core: VaultCore, plain: PlainApiKey): Promise<void> => {
  const protectedKey = await protectApiKeys(core, core.protector(), [plain]);
  const base = withoutApiKey(core.state, plain.endpointId);
  await core.commit({ ...base, apiKeys: { ...base.apiKeys, ...protectedKey } });
  core.unreadable.delete(plain.endpointId);
  if (plain.endpointId in protectedKey) core.sessionKeys.delete(plain.endpointId);
  else core.sessionKeys.set(plain.endpointId, { origin: plain.origin, key: plain.key });
};

/** Forgets an endpoint's key wherever it is. Errors: `vault.failed`. */
export const removeApiKey = async (core: VaultCore, endpointId: string): Promise<void> => {
  await core.commit(withoutApiKey(core.state, endpointId));
  core.sessionKeys.delete(endpointId);
  core.unreadable.delete(endpointId);
};

/**
 * The key for this endpoint, only for the very origin it was typed for: a page that was taken over cannot have a key
 * sent elsewhere by changing the base URL. Null when there is none. Errors: `history.locked`.
 */
export const readApiKey = async (
  core: VaultCore,
  endpointId: string,
  origin: string,
): Promise<string | null> => {
  const session = core.sessionKeys.get(endpointId);
  if (session !== undefined) return session.origin === origin ? session.key : null;
  const stored = core.state.apiKeys[endpointId];
  if (stored === undefined || stored.origin !== origin) return null;
  if (stored.wrapped.method === 'passphrase') core.assertUnlocked();
  const key = await core.reveal(nameOf(endpointId, origin), stored.wrapped);
  if (key === null && !core.unreadable.has(endpointId)) {
    core.unreadable.add(endpointId);
    core.changed.emit();
  }
  return key;
};

/** All that may be told of an endpoint's key. One for another origin, or that cannot be decrypted here, counts as none. */
export const apiKeyInfo = (core: VaultCore, endpointId: string, origin: string): KeyInfo => {
  const session = core.sessionKeys.get(endpointId);
  const known = session ?? core.state.apiKeys[endpointId];
  if (known === undefined || known.origin !== origin) return NO_KEY;
  if ('key' in known) return { stored: true, lastFour: lastFourOf(known.key), method: 'session' };
  if (core.unreadable.has(endpointId)) return NO_KEY;
  if (known.wrapped.method === 'os' && core.keychain === null) return NO_KEY;
  return { stored: true, lastFour: known.lastFour, method: known.wrapped.method };
};

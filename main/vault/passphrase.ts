import { Failure } from '../../preload/contract/result';
import { protectApiKeys, readApiKeys, sessionApiKeys } from './api-keys';
import { baseForKeeping, dropKeyFile, HISTORY_KEY_NAME, readHistoryKey } from './history-key';
import { deriveKey, newDerivation } from './passphrase-key';
import { seal, unseal } from './sealed-text';
import type { Protector, VaultCore } from './vault-core';
import type { VaultState } from './vault-state';

const MIN_LENGTH = 8;
const CHECK_NAME = 'passphrase-check';
const CHECK_TEXT = 'parlance';

const assertStrong = (passphrase: string): void => {
  if ([...passphrase.normalize('NFKC')].length < MIN_LENGTH) {
    throw new Failure('vault.weakPassphrase', 'The passphrase is too short', { minLength: MIN_LENGTH });
  }
};

const takeFromSession = (core: VaultCore, stored: VaultState['apiKeys']): void => {
  for (const endpointId of Object.keys(stored)) core.sessionKeys.delete(endpointId);
};

/**
 * Opens what the passphrase protects; keys typed while it was locked are stored now. Without a passphrase set it does
 * nothing. Errors: `vault.wrongPassphrase`.
 */
export const unlock = async (core: VaultCore, passphrase: string): Promise<void> => {
  const record = core.state.passphrase;
  if (record === null) return;
  const key = await deriveKey(passphrase, record);
  if (unseal(key, CHECK_NAME, record.check) !== CHECK_TEXT) {
    throw new Failure('vault.wrongPassphrase', 'The passphrase is wrong');
  }
  core.unlockWith(key);
  if (core.sessionKeys.size === 0) return;
  try {
    const stored = await protectApiKeys(core, core.protector(), sessionApiKeys(core));
    await core.commit({ ...core.state, apiKeys: { ...core.state.apiKeys, ...stored } });
    takeFromSession(core, stored);
  } catch {
    // A disk that refuses writes must not keep the vault shut: the keys stay in memory, as `method` says.
  }
};

/**
 * Sets the passphrase, or changes it, and puts every secret that can be read under it, in one write.
 * Errors: `vault.weakPassphrase`, `history.locked`, `vault.failed`; then nothing has changed.
 */
export const setPassphrase = async (core: VaultCore, passphrase: string): Promise<void> => {
  assertStrong(passphrase);
  core.assertUnlocked();
  const derivation = newDerivation(core.scryptCost);
  const key = await deriveKey(passphrase, derivation);
  const record = { ...derivation, check: seal(key, CHECK_NAME, CHECK_TEXT) };
  const protector: Protector = { method: 'passphrase', key };
  const apiKeys = await protectApiKeys(core, protector, await readApiKeys(core));
  const historyKeyHex = await readHistoryKey(core);
  // What cannot be read now stays as it is: its keychain may come back.
  const base = historyKeyHex === null ? core.state : await baseForKeeping(core, historyKeyHex);
  const historyKey =
    historyKeyHex === null ? base.historyKey : await core.protect(protector, HISTORY_KEY_NAME, historyKeyHex);
  await core.commit(
    { ...base, passphrase: record, historyKey, apiKeys: { ...base.apiKeys, ...apiKeys } },
    key,
  );
  takeFromSession(core, apiKeys);
  if (historyKeyHex !== null) await dropKeyFile(core, historyKeyHex);
};

const keptByKeychain = (apiKeys: VaultState['apiKeys']): VaultState['apiKeys'] =>
  Object.fromEntries(Object.entries(apiKeys).filter(([, { wrapped }]) => wrapped.method === 'os'));

/**
 * Takes the passphrase away and puts every secret under the keychain. Without one, the history key goes into the key
 * file and API keys stay in memory for this session. Errors: `history.locked`, `vault.failed`.
 */
export const removePassphrase = async (core: VaultCore): Promise<void> => {
  if (core.state.passphrase === null) return;
  core.assertUnlocked();
  const protector = core.keychainProtector();
  const keys = await readApiKeys(core);
  const apiKeys = await protectApiKeys(core, protector, keys);
  const historyKeyHex = await readHistoryKey(core);
  const base = historyKeyHex === null ? core.state : await baseForKeeping(core, historyKeyHex);
  const historyKey =
    historyKeyHex === null ? base.historyKey : await core.protect(protector, HISTORY_KEY_NAME, historyKeyHex);
  if (historyKeyHex !== null && historyKey === null) await core.keyFile.write(historyKeyHex);
  await core.commit({
    ...base,
    passphrase: null,
    historyKey,
    apiKeys: { ...keptByKeychain(base.apiKeys), ...apiKeys },
  });
  for (const { endpointId, origin, key } of keys) core.sessionKeys.set(endpointId, { origin, key });
  takeFromSession(core, apiKeys);
  if (historyKeyHex !== null) await dropKeyFile(core, historyKeyHex);
};

import type { KeyInfo } from '../../preload/contract/endpoints';
import { Failure } from '../../preload/contract/result';
import type { VaultInfo } from '../../preload/contract/snapshot';
import { diskFiles, type Files } from '../storage/durable-files';
import { oneAtATime } from '../storage/one-at-a-time';
import { apiKeyInfo, readApiKey, removeApiKey, setApiKey } from './api-keys';
import {
  adoptHistoryKey,
  forgetHistoryKey,
  type HistoryKeyResult,
  obtainHistoryKey,
  readHistoryKey,
} from './history-key';
import type { Keychain } from './keychain';
import { removePassphrase, setPassphrase, unlock } from './passphrase';
import { DEFAULT_SCRYPT_COST, type ScryptCost } from './passphrase-key';
import { recoveryKeyOf } from './recovery-key';
import { VaultCore, vaultFileIn } from './vault-core';
import { loadVault } from './vault-file';

/** What a vault is opened with. `files` and `scryptCost` are the real ones unless a test says otherwise. */
export interface VaultOptions {
  readonly profileDir: string;
  readonly keychain: Keychain;
  readonly files?: Files;
  readonly scryptCost?: ScryptCost;
}

/**
 * The one place that wraps and unwraps secrets: the API keys and the history's encryption key. Everything that writes
 * runs one after the other. Errors of all: `vault.failed`; `history.locked` where the passphrase is needed first.
 */
export class Vault {
  /** True when a broken `vault.json` was renamed at start. */
  readonly wasSetAside: boolean;
  readonly #core: VaultCore;
  readonly #oneAtATime = oneAtATime();

  /** Use `openVault`. */
  constructor(core: VaultCore, wasSetAside: boolean) {
    this.#core = core;
    this.wasSetAside = wasSetAside;
  }

  /** How secrets are kept, for the words in Settings. */
  info(): VaultInfo {
    const { state, keyFile, keychain } = this.#core;
    return {
      historyKey: keyFile.present ? 'keyfile' : (state.historyKey?.method ?? null),
      osKeychain: keychain !== null,
      passphraseSet: state.passphrase !== null,
    };
  }

  /** True while a passphrase is set and was not given yet. */
  get locked(): boolean {
    return this.#core.locked;
  }

  /** Told after `info`, `locked` or any `keyInfo` may have changed. Returns the undo. */
  onChange(listener: () => void): () => void {
    return this.#core.changed.on(listener);
  }

  /** See `obtainHistoryKey`. */
  historyKey({ historyExists }: { readonly historyExists: boolean }): Promise<HistoryKeyResult> {
    return this.#change(() => obtainHistoryKey(this.#core, historyExists));
  }

  /** Keeps a recovered key that was seen to open the history; what it replaces is kept aside. */
  adoptHistoryKey(keyHex: string): Promise<void> {
    return this.#change(() => adoptHistoryKey(this.#core, keyHex));
  }

  /** Puts the present history key aside, before a new history is started. */
  forgetHistoryKey(): Promise<void> {
    return this.#change(() => forgetHistoryKey(this.#core));
  }

  /** The history key for paper. Errors: `history.locked`, `vault.failed` when there is none. */
  async recoveryKey(): Promise<string> {
    this.#core.assertUnlocked();
    const keyHex = await readHistoryKey(this.#core);
    if (keyHex === null) throw new Failure('vault.failed', 'There is no history key to show');
    return recoveryKeyOf(keyHex);
  }

  /** Errors: `vault.wrongPassphrase`. */
  unlock(passphrase: string): Promise<void> {
    return this.#change(() => unlock(this.#core, passphrase));
  }

  /** Sets or changes the passphrase, which from then on protects everything. Errors: `vault.weakPassphrase`. */
  setPassphrase(passphrase: string): Promise<void> {
    return this.#change(() => setPassphrase(this.#core, passphrase));
  }

  /** Goes back to the keychain, or without one to the key file and keys for this session. */
  removePassphrase(): Promise<void> {
    return this.#change(() => removePassphrase(this.#core));
  }

  /** Keeps an endpoint's API key, bound to an origin (`https://api.openai.com`). */
  setApiKey(endpointId: string, origin: string, key: string): Promise<void> {
    return this.#change(() => setApiKey(this.#core, { endpointId, origin, key }));
  }

  /** The key of this endpoint for exactly this origin; null when there is none. */
  apiKey(endpointId: string, origin: string): Promise<string | null> {
    return readApiKey(this.#core, endpointId, origin);
  }

  /** What may be told of an endpoint's key for this origin. */
  keyInfo(endpointId: string, origin: string): KeyInfo {
    return apiKeyInfo(this.#core, endpointId, origin);
  }

  /** Forgets an endpoint's key. */
  removeApiKey(endpointId: string): Promise<void> {
    return this.#change(() => removeApiKey(this.#core, endpointId));
  }

  async #change<T>(job: () => Promise<T>): Promise<T> {
    try {
      return await this.#oneAtATime(job);
    } finally {
      this.#core.changed.emit();
    }
  }
}

/**
 * Opens the vault of a profile folder, once the app is ready. A broken file is renamed (`wasSetAside`). Errors:
 * `vault.failed` when the file cannot be read or is a newer Parlance's.
 */
export const openVault = async ({
  profileDir,
  keychain,
  files = diskFiles,
  scryptCost = DEFAULT_SCRYPT_COST,
}: VaultOptions): Promise<Vault> => {
  const { state, wasSetAside } = await loadVault(files, vaultFileIn(profileDir));
  const core = new VaultCore({
    files,
    folder: profileDir,
    keychain: (await keychain.available()) ? keychain : null,
    scryptCost,
    state,
  });
  await core.keyFile.read();
  return new Vault(core, wasSetAside);
};

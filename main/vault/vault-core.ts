import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { Failure } from '../../preload/contract/result';
import { type Files, ioErrorCode } from '../storage/durable-files';
import { createSignal } from '../storage/signal';
import { KeyFile } from './key-file';
import type { Keychain } from './keychain';
import type { ScryptCost } from './passphrase-key';
import { seal, unseal } from './sealed-text';
import { peekVault } from './vault-file';
import type { VaultState, WrappedSecret } from './vault-state';

/** An API key that is only in memory. */
export interface SessionKey {
  readonly origin: string;
  readonly key: string;
}

/** What a secret is put under. */
export type Protector =
  | { readonly method: 'os'; readonly keychain: Keychain }
  | { readonly method: 'passphrase'; readonly key: Buffer };

/** What a vault is made of. `keychain` is null where the computer has none. */
export interface VaultParts {
  readonly files: Files;
  readonly folder: string;
  readonly keychain: Keychain | null;
  readonly scryptCost: ScryptCost;
  readonly state: VaultState;
}

// Only the passphrase's AES-GCM can bind a name by itself; the keychain encrypts the name with the secret.
const named = z.tuple([z.string(), z.string()]);

const revealFromKeychain = async (keychain: Keychain, name: string, data: string): Promise<string | null> => {
  const text = await keychain.decrypt(data);
  if (text === null) return null;
  try {
    const parsed = named.safeParse(JSON.parse(text));
    return parsed.success && parsed.data[0] === name ? parsed.data[1] : null;
  } catch {
    return null;
  }
};

/**
 * The vault's state and the few things that may be done to it: everything else in this folder is built on them. Memory
 * changes only after the file did, in one step.
 */
export class VaultCore {
  readonly changed = createSignal<void>();
  readonly keyFile: KeyFile;
  readonly keychain: Keychain | null;
  readonly scryptCost: ScryptCost;
  /** By endpoint id. */
  readonly sessionKeys = new Map<string, SessionKey>();
  /** Ids of endpoints whose stored key turned out not to decrypt. */
  readonly unreadable = new Set<string>();
  readonly #files: Files;
  readonly #file: string;
  #state: VaultState;
  #passphraseKey: Buffer | null = null;

  constructor({ files, folder, keychain, scryptCost, state }: VaultParts) {
    this.#files = files;
    this.#file = vaultFileIn(folder);
    this.#state = state;
    this.keyFile = new KeyFile(files, folder);
    this.keychain = keychain;
    this.scryptCost = scryptCost;
  }

  get state(): VaultState {
    return this.#state;
  }

  /** The key made of the passphrase; null when none is set or it was not given yet. */
  get passphraseKey(): Buffer | null {
    return this.#passphraseKey;
  }

  /** True when a passphrase is set and was not given yet. */
  get locked(): boolean {
    return this.#state.passphrase !== null && this.#passphraseKey === null;
  }

  /** Errors: `history.locked`. */
  assertUnlocked(): void {
    if (this.locked) throw new Failure('history.locked', 'The passphrase was not given yet');
  }

  unlockWith(passphraseKey: Buffer): void {
    this.#passphraseKey = passphraseKey;
  }

  /** The best way there is to protect a secret now; null when there is none. */
  protector(): Protector | null {
    if (this.#state.passphrase !== null) {
      return this.#passphraseKey === null ? null : { method: 'passphrase', key: this.#passphraseKey };
    }
    return this.keychainProtector();
  }

  /** The keychain, where there is one. */
  keychainProtector(): Protector | null {
    return this.keychain === null ? null : { method: 'os', keychain: this.keychain };
  }

  /** Puts a secret under a protector; null when that fails or what comes out cannot be read back. */
  async protect(protector: Protector | null, name: string, secret: string): Promise<WrappedSecret | null> {
    if (protector === null) return null;
    if (protector.method === 'passphrase')
      return { method: 'passphrase', ...seal(protector.key, name, secret) };
    try {
      const data = await protector.keychain.encrypt(JSON.stringify([name, secret]));
      const readBack = await revealFromKeychain(protector.keychain, name, data);
      return readBack === secret ? { method: 'os', data } : null;
    } catch {
      return null;
    }
  }

  /** The secret; null when it cannot be had now (locked, no keychain, another keychain, a changed file). */
  async reveal(name: string, wrapped: WrappedSecret): Promise<string | null> {
    if (wrapped.method === 'passphrase') {
      return this.#passphraseKey === null ? null : unseal(this.#passphraseKey, name, wrapped);
    }
    return this.keychain === null ? null : revealFromKeychain(this.keychain, name, wrapped.data);
  }

  /**
   * Writes the next state durably, then takes it over together with the passphrase's key. Errors: `vault.failed`, and
   * then nothing has changed.
   */
  async commit(next: VaultState, passphraseKey: Buffer | null = this.#passphraseKey): Promise<void> {
    if (!isDeepStrictEqual(next, this.#state)) {
      try {
        await this.#files.write(this.#file, `${JSON.stringify(next, null, 2)}\n`);
      } catch (thrown) {
        throw new Failure('vault.failed', 'The vault cannot be written', { reason: ioErrorCode(thrown) });
      }
    }
    this.#state = next;
    this.#passphraseKey = next.passphrase === null ? null : passphraseKey;
  }

  /** What the file really holds now. */
  stored(): Promise<VaultState | null> {
    return peekVault(this.#files, this.#file);
  }
}

/** Where the vault's file is in a profile folder. */
export const vaultFileIn = (folder: string): string => join(folder, 'vault.json');

import { Failure } from '../../preload/contract/result';
import { type Files, ioErrorCode } from '../storage/durable-files';
import { setAside } from '../storage/set-aside';
import { EMPTY_VAULT, type VaultState, vaultState } from './vault-state';

const parse = (text: string): VaultState | 'newer' | null => {
  try {
    const json: unknown = JSON.parse(text);
    const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : null;
    if (typeof version === 'number' && version > EMPTY_VAULT.version) return 'newer';
    const parsed = vaultState.safeParse(json);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const readText = async (files: Files, file: string): Promise<string | null> => {
  try {
    return await files.read(file);
  } catch (thrown) {
    throw new Failure('vault.failed', 'The vault cannot be read', { reason: ioErrorCode(thrown) });
  }
};

/** What is in the vault's file now, without touching it; null when there is none or it is broken. */
export const peekVault = async (files: Files, file: string): Promise<VaultState | null> => {
  const text = await readText(files, file);
  const state = text === null ? null : parse(text);
  return state === 'newer' ? null : state;
};

/**
 * Loads the vault's file. A broken one is renamed and told (`wasSetAside`). Errors: `vault.failed` when it cannot be
 * read (`reason` is Node's code) or was written by a newer Parlance (`reason` is `newer`): both are left as they are.
 */
export const loadVault = async (
  files: Files,
  file: string,
): Promise<{ readonly state: VaultState; readonly wasSetAside: boolean }> => {
  const text = await readText(files, file);
  if (text === null) return { state: EMPTY_VAULT, wasSetAside: false };
  const state = parse(text);
  if (state === 'newer') {
    throw new Failure('vault.failed', 'A newer Parlance wrote the vault', { reason: 'newer' });
  }
  if (state !== null) return { state, wasSetAside: false };
  await setAside(files, file);
  return { state: EMPTY_VAULT, wasSetAside: true };
};

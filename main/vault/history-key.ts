import { randomBytes } from 'node:crypto';
import type { Protector, VaultCore } from './vault-core';
import { retire, type VaultState } from './vault-state';

/** The name that the history key is bound to. */
export const HISTORY_KEY_NAME = 'history-key';

/** What became of the history key. `locked`: ask for the passphrase. `lost`: ask for the recovery key. */
export type HistoryKeyResult =
  | { readonly kind: 'key'; readonly keyHex: string }
  | { readonly kind: 'locked' }
  | { readonly kind: 'lost' };

const revealRecord = async (core: VaultCore): Promise<string | null> => {
  const { historyKey } = core.state;
  return historyKey === null ? null : core.reveal(HISTORY_KEY_NAME, historyKey);
};

/** The present history key as 64 hex digits, from wherever it can be read; null when it cannot be. Changes nothing. */
export const readHistoryKey = async (core: VaultCore): Promise<string | null> => {
  const revealed = await revealRecord(core);
  if (revealed !== null) return revealed;
  const content = await core.keyFile.read();
  return content.kind === 'key' ? content.keyHex : null;
};

/** The state to build on when `keyHex` is kept anew: a wrapped key that is not seen to be the same one is retired. */
export const baseForKeeping = async (core: VaultCore, keyHex: string): Promise<VaultState> => {
  const { state } = core;
  if (state.historyKey === null || (await revealRecord(core)) === keyHex) return state;
  return { ...state, historyKey: null, retired: retire(state, { historyKey: state.historyKey }) };
};

/**
 * Ends the use of the unprotected copy, but only once the file on disk was seen to hold the key in another way. Never
 * rejects: the key is safe by then, and `keyFile.present` goes on telling of a copy that could not be removed.
 */
export const dropKeyFile = async (core: VaultCore, keyHex: string): Promise<void> => {
  try {
    const wrapped = (await core.stored())?.historyKey ?? null;
    const readBack = wrapped === null ? null : await core.reveal(HISTORY_KEY_NAME, wrapped);
    if (readBack === keyHex) await core.keyFile.discard(keyHex);
  } catch {
    // Tried again at the next start.
  }
};

/**
 * Keeps the key under a protector, else in the key file, in a state otherwise like `base`. At every moment the key is
 * at least where it was before. Errors: `vault.failed`, and then it is still there.
 */
const keep = async (
  core: VaultCore,
  keyHex: string,
  { base, protector }: { readonly base: VaultState; readonly protector: Protector | null },
): Promise<void> => {
  const historyKey = await core.protect(protector, HISTORY_KEY_NAME, keyHex);
  if (historyKey === null) await core.keyFile.write(keyHex);
  await core.commit({ ...base, historyKey });
  if (historyKey !== null) await dropKeyFile(core, keyHex);
};

const keepBetter = async (core: VaultCore, keyHex: string): Promise<void> => {
  const protector = core.protector();
  if (protector === null) return;
  if (core.state.historyKey?.method === protector.method && !core.keyFile.present) return;
  try {
    await keep(core, keyHex, { base: await baseForKeeping(core, keyHex), protector });
  } catch {
    // A disk that refuses writes must not keep the history shut: the key is where it was, the next start tries again.
  }
};

/**
 * Gives the history key. Makes one only where there is neither a history nor any trace of a key; what is there already
 * is never overwritten. Errors: `vault.failed`.
 */
export const obtainHistoryKey = async (
  core: VaultCore,
  historyExists: boolean,
): Promise<HistoryKeyResult> => {
  if (core.locked) return { kind: 'locked' };
  const known = await readHistoryKey(core);
  if (known !== null) {
    await keepBetter(core, known);
    return { kind: 'key', keyHex: known };
  }
  const hasTrace = core.state.historyKey !== null || core.keyFile.present;
  if (historyExists || hasTrace) return { kind: 'lost' };
  const keyHex = randomBytes(32).toString('hex');
  await keep(core, keyHex, { base: core.state, protector: core.protector() });
  return { kind: 'key', keyHex };
};

// Without the passphrase nothing can be put under it or read from it: going on means giving it up, with all it protects.
const withoutForgottenPassphrase = ({ locked, state }: VaultCore): VaultState =>
  locked
    ? { ...state, passphrase: null, historyKey: null, apiKeys: {}, retired: retire(state, state) }
    : state;

/** Keeps a recovered key, which was seen to open the history, as the history key. Errors: `vault.failed`. */
export const adoptHistoryKey = async (core: VaultCore, keyHex: string): Promise<void> => {
  const base = core.locked ? withoutForgottenPassphrase(core) : await baseForKeeping(core, keyHex);
  await keep(core, keyHex, { base, protector: core.locked ? core.keychainProtector() : core.protector() });
};

/** Puts the present key aside, for a new history to get a new one. Errors: `vault.failed`. */
export const forgetHistoryKey = async (core: VaultCore): Promise<void> => {
  const state = withoutForgottenPassphrase(core);
  const { historyKey } = state;
  await core.commit(
    historyKey === null ? state : { ...state, historyKey: null, retired: retire(state, { historyKey }) },
  );
  await core.keyFile.retire();
};

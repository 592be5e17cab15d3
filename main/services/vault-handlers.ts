import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';
import type { Vault } from '../vault/vault';

/** What the handlers of `vault.*` work on. */
export interface VaultHandlerDeps {
  readonly vault: Vault;
  readonly history: History;
  /** Shows the recovery key in a window of main's own. */
  readonly show: (recoveryKey: string) => Promise<void>;
}

/** Handlers of `vault.*`. No answer holds a secret: the page learns only how each is kept. */
export const createVaultHandlers = ({ vault, history, show }: VaultHandlerDeps): HandlersOf<'vault'> => ({
  'vault.setPassphrase': async ({ passphrase }) => {
    await vault.setPassphrase(passphrase);
    return vault.info();
  },
  'vault.removePassphrase': async () => {
    await vault.removePassphrase();
    return vault.info();
  },
  'vault.unlock': async ({ passphrase }) => {
    await vault.unlock(passphrase);
    await history.open();
    return null;
  },
  'vault.recover': async ({ recoveryKey }) => {
    await history.recover(recoveryKey);
    return null;
  },
  'vault.showRecoveryKey': async () => {
    await show(await vault.recoveryKey());
    return null;
  },
  'vault.startNewHistory': async () => {
    await history.startNew();
    return null;
  },
});

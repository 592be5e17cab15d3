import type { EndpointRegistry } from '../endpoints/registry';
import type { Emit } from '../ipc/emit';
import type { SettingsStore } from '../settings/settings-store';
import type { Spelling } from '../spelling/spelling';
import type { Vault } from '../vault/vault';

/** What changes, and who is told. */
export interface ForwardDeps {
  readonly settings: SettingsStore;
  readonly registry: EndpointRegistry;
  readonly vault: Vault;
  readonly spelling: Spelling;
  readonly emit: Emit;
}

/** Tells the page of every change it did not ask for itself. */
export const forwardChanges = ({ settings, registry, vault, spelling, emit }: ForwardDeps): void => {
  let { spellCheck } = settings.get();
  settings.onChange((next) => {
    emit('settings.changed', next);
    if (next.spellCheck !== spellCheck) void spelling.use(next.spellCheck);
    spellCheck = next.spellCheck;
  });
  registry.onChange((list) => emit('endpoints.changed', list));
  vault.onChange(() => emit('vault.changed', vault.info()));
};

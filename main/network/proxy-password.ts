import type { ProxyPasswordInfo } from '../../preload/contract/network';
import type { Vault } from '../vault/vault';
import { type ProxySetting, proxyText } from './proxy-setting';

/** Its place among the vault's keys: no endpoint can have this id. */
const ID = 'proxy';

/** Like a key it is bound to what it was typed for: to send it elsewhere, changing the proxy is not enough. */
const originOf = (setting: ProxySetting): string => proxyText(setting) || 'system';

/** The password of the proxy, in the vault. */
export interface ProxyPassword {
  /** All that may be told of it. */
  readonly info: (setting: ProxySetting) => ProxyPasswordInfo;
  /** Null: there is none for this proxy, or it cannot be read now. */
  readonly read: (setting: ProxySetting) => Promise<string | null>;
  /** An empty one is forgotten. Errors: `vault.failed`. */
  readonly save: (setting: ProxySetting, password: string) => Promise<void>;
}

/** Keeps the proxy's password as API keys are kept. */
export const createProxyPassword = (
  vault: Pick<Vault, 'apiKey' | 'keyInfo' | 'setApiKey' | 'removeApiKey'>,
): ProxyPassword => ({
  // Without its last four letters: of a password that would be half of it.
  info: (setting) => {
    const { stored, method } = vault.keyInfo(ID, originOf(setting));
    return { stored, method };
  },
  // A vault that is locked will open later; until then the proxy is told nothing.
  read: (setting) => vault.apiKey(ID, originOf(setting)).catch(() => null),
  save: (setting, password) =>
    password === '' ? vault.removeApiKey(ID) : vault.setApiKey(ID, originOf(setting), password),
});

import type { HandlersOf } from '../ipc/handlers';
import { type ApiNetwork, createApiNetwork } from '../network/api-session';
import { createProxyPassword } from '../network/proxy-password';
import type { SettingsStore } from '../settings/settings-store';
import type { Vault } from '../vault/vault';
import { adoptCredentials, createNetworkHandlers } from './network-handlers';

/** The network, and the handlers of `network.*` on it. */
export interface OpenedNetwork {
  readonly network: ApiNetwork;
  readonly networkHandlers: HandlersOf<'network'>;
}

/** Opens the network with the proxy of Settings, and follows it when it is changed. */
export const openNetwork = async (settings: SettingsStore, vault: Vault): Promise<OpenedNetwork> => {
  const password = createProxyPassword(vault);
  await adoptCredentials(settings, password);
  let former = settings.get();
  const network = createApiNetwork({ proxy: former, password: password.read });
  settings.onChange((next) => {
    const { proxy, proxyUser, proxyBypass } = former;
    former = next;
    if (next.proxy !== proxy || next.proxyUser !== proxyUser || next.proxyBypass !== proxyBypass)
      network.setProxy(next);
  });
  return { network, networkHandlers: createNetworkHandlers({ settings, network, password }) };
};

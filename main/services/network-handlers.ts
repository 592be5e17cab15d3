import type { HandlersOf } from '../ipc/handlers';
import type { ApiNetwork } from '../network/api-session';
import type { ProxyPassword } from '../network/proxy-password';
import { parseProxy, proxyText } from '../network/proxy-setting';
import type { SettingsStore } from '../settings/settings-store';

/** What the handlers of `network.*` work on. */
export interface NetworkHandlerDeps {
  readonly settings: Pick<SettingsStore, 'get' | 'update'>;
  readonly network: Pick<ApiNetwork, 'contacts' | 'setProxy' | 'changingProxy'>;
  readonly password: ProxyPassword;
}

/** When the list of servers began. */
const SINCE = Date.now();

/** Handlers of `network.*`. The password goes in, never out. */
export const createNetworkHandlers = ({
  settings,
  network,
  password,
}: NetworkHandlerDeps): HandlersOf<'network'> => ({
  'network.contacts': async () => ({ contacts: network.contacts(), since: SINCE }),
  'network.proxyPassword': async () => password.info(parseProxy(settings.get().proxy).setting),
  'network.saveProxy': (input) =>
    network.changingProxy(async () => {
      const { setting, credentials } = parseProxy(input.proxy);
      const typed = credentials?.password ?? input.password;
      if (typed !== null) await password.save(setting, typed);
      // One that is bound to another proxy is of no use any more.
      else if (!password.info(setting).stored) await password.save(setting, '');
      const next = await settings.update({
        proxy: proxyText(setting),
        proxyUser: credentials?.user ?? input.user,
        proxyBypass: input.bypass.trim(),
      });
      // The settings may be the same, and the password another one.
      network.setProxy(next);
      const { proxy, proxyUser, proxyBypass } = next;
      return { proxy, proxyUser, proxyBypass, password: password.info(setting) };
    }),
});

/** Moves a password that stood in the proxy's URL, as settings of earlier versions may hold one, into the vault. */
export const adoptCredentials = async (
  settings: Pick<SettingsStore, 'get' | 'update'>,
  password: ProxyPassword,
): Promise<void> => {
  try {
    const { setting, credentials } = parseProxy(settings.get().proxy);
    if (credentials === null) return;
    await password.save(setting, credentials.password);
    await settings.update({ proxy: proxyText(setting), proxyUser: credentials.user });
  } catch {
    // It stays what it is, and the connection check says what is wrong with it.
  }
};

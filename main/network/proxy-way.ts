import { chooseProxy, type ProxyChoice, type ProxyConfig, proxyConfig } from './proxy-config';
import { authorityOf, type Credentials, type ProxySetting } from './proxy-setting';
import type { SocksRelay } from './socks-relay';

/** What Settings say of the proxy. */
export interface ProxySettings {
  readonly proxy: string;
  readonly proxyUser: string;
  readonly proxyBypass: string;
}

/** What a way is made with. */
export interface ProxyWayDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The script of a PAC file. Errors: `api.proxy`. */
  readonly loadPac: (url: string) => Promise<string>;
  /** The stored password for a proxy; null: there is none. */
  readonly password: (setting: ProxySetting) => Promise<string | null>;
}

/** The way to the network as it was chosen, ready to be used. */
export interface ProxyWay {
  readonly config: ProxyConfig;
  /** What the proxy at this place may be told; null: nothing. */
  readonly logIn: (proxy: { readonly host: string; readonly port: number }) => Promise<Credentials | null>;
  /** The proxy as a person knows it, from how Chromium names it. */
  readonly nameOf: (route: string) => string;
  /** Why the proxy could not lead to a `host:port`, where Chromium cannot know; null: it may know. */
  readonly problemOf: (authority: string) => string | null;
  readonly close: () => void;
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

/** Credentials of Settings; null: there is no password for this proxy now. */
const storedCredentials = async (
  { setting }: ProxyChoice,
  { proxyUser }: ProxySettings,
  { password }: ProxyWayDeps,
): Promise<Credentials | null> => {
  const stored = await password(setting);
  return stored === null ? null : { user: proxyUser, password: stored };
};

const throughRelay = (choice: ProxyChoice, relay: SocksRelay): ProxyWay => {
  const place = `127.0.0.1:${relay.port}`;
  const { setting } = choice;
  const name = setting.kind === 'server' ? `SOCKS5 ${authorityOf(setting)}` : '';
  return {
    config: { mode: 'fixed_servers', proxyRules: `http://${place}`, proxyBypassRules: choice.bypass },
    logIn: async (proxy) => (authorityOf(proxy) === place ? relay.credentials : null),
    nameOf: (route) => route.replace(`PROXY ${place}`, name),
    problemOf: relay.problemOf,
    close: relay.close,
  };
};

const straight = (
  choice: ProxyChoice,
  config: ProxyConfig,
  credentials: () => Promise<Credentials | null>,
): ProxyWay => ({
  config,
  logIn: async ({ host, port }) => {
    const place = `${bare(host)}:${port}`;
    const { environment, setting } = choice;
    for (const [authority, known] of environment?.credentials ?? [])
      if (bare(authority.replace(/:\d+$/, '')) === bare(host) && authority.endsWith(`:${port}`)) return known;
    // A PAC file and the system may name any proxy, a person only the one.
    if (setting.kind === 'server' && `${bare(setting.host)}:${setting.port}` !== place) return null;
    return credentials();
  },
  nameOf: (route) => route,
  problemOf: () => null,
  close: () => undefined,
});

/**
 * Makes the chosen way ready: loads its PAC file, opens a relay where Chromium lacks something.
 * Errors: `network.invalidProxy`, `api.proxy`.
 */
export const openProxyWay = async (settings: ProxySettings, deps: ProxyWayDeps): Promise<ProxyWay> => {
  const choice = chooseProxy(settings.proxy, settings.proxyBypass, deps.env);
  const { setting } = choice;
  const credentials = () => storedCredentials(choice, settings, deps);
  // Its password may come later, when the vault is unlocked.
  const hasLogin = settings.proxyUser !== '' || (await credentials()) !== null;
  if (setting.kind === 'server' && setting.scheme === 'socks5' && hasLogin) {
    // A third of the code that a start would read, and few need it.
    const { openSocksRelay } = await import('./socks-relay');
    return throughRelay(choice, await openSocksRelay({ proxy: setting, credentials }));
  }
  const script = setting.kind === 'pac' ? await deps.loadPac(setting.url) : '';
  return straight(choice, proxyConfig(choice, script), credentials);
};

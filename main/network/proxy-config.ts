import { isIP } from 'node:net';
import {
  authorityOf,
  type Credentials,
  type ProxyServer,
  type ProxySetting,
  parseProxy,
} from './proxy-setting';

/** The part of Electron's proxy configuration that is used here. */
export interface ProxyConfig {
  readonly mode: 'system' | 'direct' | 'fixed_servers' | 'pac_script';
  readonly proxyRules?: string;
  readonly proxyBypassRules?: string;
  readonly pacScript?: string;
}

/** Which proxies there are, from Settings or the environment. */
export interface ProxyChoice {
  readonly setting: ProxySetting;
  /** Those of the environment, which says of http and https apart; null where Settings say, or nobody. */
  readonly environment: EnvironmentProxies | null;
  /** Hosts that are reached without the proxy, as Chromium writes them. */
  readonly bypass: string;
}

/** `HTTPS_PROXY` and `HTTP_PROXY`. */
export interface EnvironmentProxies {
  readonly https: ProxyServer | null;
  readonly http: ProxyServer | null;
  /** By `host:port`. */
  readonly credentials: ReadonlyMap<string, Credentials>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const readVariable = (text: string | undefined): ReturnType<typeof parseProxy> | null => {
  try {
    return text === undefined || text === '' ? null : parseProxy(text);
  } catch {
    return null;
  }
};

const serverOf = (read: ReturnType<typeof readVariable>): ProxyServer | null =>
  read?.setting.kind === 'server' ? read.setting : null;

const environmentProxies = (env: Environment): EnvironmentProxies | null => {
  const read = [env.HTTPS_PROXY ?? env.https_proxy, env.HTTP_PROXY ?? env.http_proxy].map(readVariable);
  const [https = null, http = null] = read.map(serverOf);
  if (https === null && http === null) return null;
  const credentials = read.flatMap((typed) => {
    const server = serverOf(typed);
    return server === null || !typed?.credentials ? [] : [[authorityOf(server), typed.credentials] as const];
  });
  return { https, http, credentials: new Map(credentials) };
};

/** `example.com` in NO_PROXY means what is below it too, as curl has it; in Chromium's rules it does not. */
const bypassOfNoProxy = (noProxy: string): string =>
  noProxy
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) =>
      /^[.*<[]|\//.test(entry) || isIP(entry.replace(/:\d+$/, '')) !== 0 ? [entry] : [entry, `.${entry}`],
    )
    .join(',');

/**
 * Which proxies API calls use: the one of Settings, else `HTTPS_PROXY` / `HTTP_PROXY` (and `NO_PROXY`), else the system's.
 * @param fromSettings as typed. @param bypass of Settings: hosts, comma-separated. Errors: `network.invalidProxy`.
 */
export const chooseProxy = (fromSettings: string, bypass: string, env: Environment): ProxyChoice => {
  const { setting } = parseProxy(fromSettings);
  const environment = setting.kind === 'system' ? environmentProxies(env) : null;
  if (environment === null) return { setting, environment, bypass };
  return { setting, environment, bypass: bypassOfNoProxy(env.NO_PROXY ?? env.no_proxy ?? '') };
};

const uriOf = (server: ProxyServer): string => `${server.scheme}://${authorityOf(server)}`;

/**
 * Electron's configuration for a choice of proxies.
 * @param pacScript the text of the PAC file, where one is chosen.
 */
export const proxyConfig = ({ setting, environment, bypass }: ProxyChoice, pacScript = ''): ProxyConfig => {
  const proxyBypassRules = bypass;
  if (environment !== null) {
    const { https, http } = environment;
    const rules = [
      https === null ? null : `https=${uriOf(https)}`,
      http === null ? null : `http=${uriOf(http)}`,
    ].filter((rule) => rule !== null);
    return { mode: 'fixed_servers', proxyRules: rules.join(';'), proxyBypassRules };
  }
  switch (setting.kind) {
    case 'system':
    case 'direct':
      return { mode: setting.kind };
    case 'server':
      return { mode: 'fixed_servers', proxyRules: uriOf(setting), proxyBypassRules };
    case 'pac': {
      // Chromium reads no file itself, and of a script that it could not fetch it would say nothing and go without a proxy.
      const script = Buffer.from(pacScript, 'utf8').toString('base64');
      return { mode: 'pac_script', pacScript: `data:application/x-ns-proxy-autoconfig;base64,${script}` };
    }
  }
};

/** The part of Electron's proxy configuration that is used here. */
export interface ProxyConfig {
  readonly mode: 'system' | 'fixed_servers';
  readonly proxyRules?: string;
  readonly proxyBypassRules?: string;
}

const withoutCredentials = (url: URL): string => `${url.protocol}//${url.host}`;

const parse = (url: string | undefined): URL | null => {
  if (url === undefined || url === '') return null;
  const text = url.includes('://') ? url : `http://${url}`;
  return URL.canParse(text) ? new URL(text) : null;
};

/**
 * Which proxy API calls use: the one of Settings, else `HTTPS_PROXY` / `HTTP_PROXY` (and `NO_PROXY`), else the system's.
 * Credentials in the URL are left out: Chromium refuses them in its rules.
 */
export const proxyConfig = (
  fromSettings: string,
  env: Readonly<Record<string, string | undefined>>,
): ProxyConfig => {
  const chosen = parse(fromSettings);
  if (chosen !== null) return { mode: 'fixed_servers', proxyRules: withoutCredentials(chosen) };
  const https = parse(env.HTTPS_PROXY ?? env.https_proxy);
  const http = parse(env.HTTP_PROXY ?? env.http_proxy);
  const rules = [
    https === null ? null : `https=${withoutCredentials(https)}`,
    http === null ? null : `http=${withoutCredentials(http)}`,
  ].filter((rule) => rule !== null);
  if (rules.length === 0) return { mode: 'system' };
  const proxyBypassRules = env.NO_PROXY ?? env.no_proxy ?? '';
  return { mode: 'fixed_servers', proxyRules: rules.join(';'), proxyBypassRules };
};

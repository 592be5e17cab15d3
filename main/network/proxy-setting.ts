import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../../preload/contract/result';

/** What a proxy is given when it asks who is there. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** A proxy server and how it is spoken to. */
export interface ProxyServer {
  readonly kind: 'server';
  readonly scheme: 'http' | 'https' | 'socks4' | 'socks5';
  /** An IPv6 address is in brackets. */
  readonly host: string;
  readonly port: number;
}

/** A proxy as a person sets it; `pac` is a file that says which proxy leads to which server. */
export type ProxySetting =
  | { readonly kind: 'system' }
  | { readonly kind: 'direct' }
  | ProxyServer
  | { readonly kind: 'pac'; readonly url: string };

/** Why a proxy was refused: `detail.reason` of `network.invalidProxy`. */
export type InvalidProxyReason = 'notUrl' | 'scheme' | 'path';

/** What was typed, taken apart. */
export interface TypedProxy {
  readonly setting: ProxySetting;
  /** Those that stood in the URL. */
  readonly credentials: Credentials | null;
}

/** Ports where none is named, as Chromium has them (net/base/proxy_server.cc). */
const PORTS = { http: 80, https: 443, socks4: 1080, socks5: 1080 } as const;

/** Names of schemes that are in use. Chromium lets a SOCKS5 proxy look names up, which curl calls `socks5h`. */
const SCHEMES: Readonly<Record<string, ProxyServer['scheme']>> = {
  http: 'http',
  https: 'https',
  socks4: 'socks4',
  socks: 'socks5',
  socks5: 'socks5',
  socks5h: 'socks5',
};

const refuse = (reason: InvalidProxyReason): never => {
  // Without the text: it may hold a password.
  throw new Failure('network.invalidProxy', `The proxy is refused: ${reason}`, { reason });
};

const parseUrl = (text: string): URL => (URL.canParse(text) ? new URL(text) : refuse('notUrl'));

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const credentialsOf = ({ username, password }: URL): Credentials | null =>
  username === '' && password === '' ? null : { user: decoded(username), password: decoded(password) };

const pac = (url: URL): TypedProxy => {
  if (!['http:', 'https:', 'file:'].includes(url.protocol)) refuse('scheme');
  const credentials = credentialsOf(url);
  url.username = '';
  url.password = '';
  return { setting: { kind: 'pac', url: url.href }, credentials };
};

const server = (url: URL): TypedProxy => {
  const scheme = SCHEMES[url.protocol.slice(0, -1)] ?? refuse('scheme');
  if (url.hostname === '') refuse('notUrl');
  // `new URL` leaves out the usual port of http and https.
  const port = url.port === '' ? PORTS[scheme] : Number(url.port);
  return {
    setting: { kind: 'server', scheme, host: url.hostname, port },
    credentials: credentialsOf(url),
  };
};

/**
 * Takes apart what stands in the field "Proxy": nothing (the system's), `direct`, `host:port`, the URL of an http, https,
 * socks4 or socks5 proxy, or a PAC file by its URL (also as `pac+https://…`) or its path.
 * Errors: `network.invalidProxy` with a `reason`.
 */
export const parseProxy = (typed: string): TypedProxy => {
  const text = typed.trim();
  if (text === '') return { setting: { kind: 'system' }, credentials: null };
  if (/^direct(:\/\/)?$/i.test(text)) return { setting: { kind: 'direct' }, credentials: null };
  if (/\s/.test(text)) refuse('notUrl');
  if (isAbsolute(text)) return pac(pathToFileURL(text));
  if (/^pac\+/i.test(text)) return pac(parseUrl(text.slice('pac+'.length)));
  const url = parseUrl(text.includes('://') ? text : `http://${text}`);
  if (url.protocol === 'file:') return pac(url);
  if (url.pathname === '' || url.pathname === '/') return server(url);
  // A proxy has no path; what has one is a PAC file.
  return /^https?:$/.test(url.protocol) ? pac(url) : refuse('path');
};

/** `host:port` of a proxy server. */
export const authorityOf = ({ host, port }: Pick<ProxyServer, 'host' | 'port'>): string => `${host}:${port}`;

/** A proxy in the one form that is stored and shown; `parseProxy` reads it again. Holds no credentials. */
export const proxyText = (setting: ProxySetting): string => {
  switch (setting.kind) {
    case 'system':
      return '';
    case 'direct':
      return 'direct';
    case 'server':
      return `${setting.scheme}://${authorityOf(setting)}`;
    case 'pac':
      return `pac+${setting.url}`;
  }
};

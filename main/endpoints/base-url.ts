import { isIP } from 'node:net';
import { Failure } from '../../preload/contract/result';

/** Where OpenAI's own API is, as the SDKs have it. */
export const OPENAI_BASE_URL = 'https://api.openai.com/v1';

/** Why a base URL was refused: `detail.reason` of `endpoint.invalidUrl`. */
export type InvalidUrlReason = 'empty' | 'notUrl' | 'scheme' | 'credentials' | 'query' | 'apiVersion';

/** The refusal of a base URL. The URL itself stays out of it: it may hold a password. */
export const invalidUrl = (reason: InvalidUrlReason): Failure =>
  new Failure('endpoint.invalidUrl', `The base URL is refused: ${reason}`, { reason });

const bareHost = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();

/** True for this computer: `localhost` and names under it, 127.0.0.0/8 and ::1. Takes a `URL`'s hostname. */
export const isLoopbackHost = (hostname: string): boolean => {
  const host = bareHost(hostname);
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  );
};

// RFC 1918, RFC 6598 (carrier and VPN networks), RFC 3927, RFC 4193, RFC 4291, and names that only a local network has.
const PRIVATE_V4 =
  /^(0\.0\.0\.0$|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const PRIVATE_V6 = /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/;

/** True for this computer and for hosts of a local network, where servers rarely have a certificate. */
export const isPrivateHost = (hostname: string): boolean => {
  const host = bareHost(hostname);
  if (isLoopbackHost(host)) return true;
  if (isIP(host) === 4) return PRIVATE_V4.test(host);
  if (isIP(host) === 6) return PRIVATE_V6.test(host);
  return (
    !host.includes('.') || host.endsWith('.local') || host.endsWith('.lan') || host.endsWith('.internal')
  );
};

const parseUrl = (text: string): URL => {
  try {
    return new URL(text);
  } catch {
    throw invalidUrl('notUrl');
  }
};

// A single word is more likely a slip than a host; with a port or a dot it is meant as one.
const looksLikeHost = ({ hostname, port }: URL): boolean =>
  isLoopbackHost(hostname) || port !== '' || hostname.includes('.') || hostname.startsWith('[');

/** A URL from what a person typed without a scheme: http on local networks, https elsewhere. */
const withScheme = (text: string): URL => {
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) throw invalidUrl('scheme');
  const url = parseUrl(`https://${text.replace(/^\/\//, '')}`);
  if (!looksLikeHost(url)) throw invalidUrl('notUrl');
  if (!isPrivateHost(url.hostname)) return url;
  return parseUrl(`http://${text.replace(/^\/\//, '')}`);
};

// People paste the address of a call; the SDK appends these itself.
const CALL_SUFFIX = /\/(chat\/completions|completions|models|responses)$/;

const tidyPath = (pathname: string): string =>
  pathname.replace(/\/+$/, '').replace(CALL_SUFFIX, '').replace(/\/+$/, '');

/**
 * Checks a base URL and gives it back in one form: http or https, no trailing slash, no credentials, no query.
 * Errors: `endpoint.invalidUrl` with a `reason`.
 */
export const normaliseBaseUrl = (typed: string): string => {
  const text = typed.trim();
  if (text === '') throw invalidUrl('empty');
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(text)) throw invalidUrl('notUrl');
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? parseUrl(text) : withScheme(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw invalidUrl('scheme');
  if (url.username !== '' || url.password !== '') throw invalidUrl('credentials');
  if (url.search !== '' || url.hash !== '') throw invalidUrl('query');
  const path = tidyPath(url.pathname);
  const isBareOpenAi = url.origin === new URL(OPENAI_BASE_URL).origin && path === '';
  return isBareOpenAi ? OPENAI_BASE_URL : `${url.origin}${path}`;
};

/** The origin that a key for this base URL is bound to. */
export const originOf = (baseUrl: string): string => new URL(baseUrl).origin;

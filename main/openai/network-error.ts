import type { ErrorCode } from '../../preload/contract/result';
import { fieldOf, itemsOf } from './unknown-value';

/** A network failure told by its stable code and the network stack's own name for it. */
export interface NetworkFailure {
  readonly code: ErrorCode;
  /** For example `ERR_CERT_DATE_INVALID` or `ECONNRESET`; empty where the stack names none. */
  readonly reason: string;
}

/**
 * Names of failures, first match wins. `ERR_…` are Chromium's (net_error_list.h, seen through Electron's net.fetch as
 * `net::ERR_…`), `E…` libuv's, `UND_ERR_…` undici's, `…CERT…` OpenSSL's.
 */
const CODES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^ERR_(PROXY|TUNNEL|SOCKS|PAC_|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|UNEXPECTED_PROXY)/, 'api.proxy'],
  [/^(ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED|ENETUNREACH|ENETDOWN)$/, 'api.offline'],
  [/^(ERR_NAME_|ERR_DNS_|ENOTFOUND$|EAI_)/, 'api.dns'],
  [/(CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|^ERR_(SSL|TLS|ECH|BAD_SSL)|^EPROTO$)/, 'api.tls'],
  [/(TIMED_OUT|TIMEDOUT|_TIMEOUT)$/, 'api.timeout'],
  [/^(ERR_CONNECTION_REFUSED|ERR_ADDRESS_|ERR_UNSAFE_PORT|ECONNREFUSED|EHOSTUNREACH)/, 'api.refused'],
  [/^(ERR_INVALID_HTTP|ERR_RESPONSE_HEADERS|ERR_CONTENT_DECODING|ERR_INVALID_CHUNKED|HPE_)/, 'api.malformed'],
  [/^(ERR_|E[A-Z]{3,}$|UND_ERR_)/, 'api.network'],
];

const MAX_DEPTH = 8;

/** Texts of an error, its causes and (for several addresses of one host) its parts. */
const textsOf = (thrown: unknown, depth = 0): readonly string[] => {
  if (typeof thrown !== 'object' || thrown === null || depth > MAX_DEPTH) return [];
  const nested = [fieldOf(thrown, 'cause'), ...itemsOf(fieldOf(thrown, 'errors'))];
  return [
    String(fieldOf(thrown, 'code') ?? ''),
    String(fieldOf(thrown, 'message') ?? ''),
    ...nested.flatMap((inner) => textsOf(inner, depth + 1)),
  ];
};

/** Only names in capitals count: the rest of such a message may hold a host, which can look like anything. */
const namesIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.match(/\b[A-Z][A-Z0-9_]{3,}\b/g) ?? []);

/** What kind of network failure was thrown by fetch (Node's or Electron's), or null when it is none. */
export const networkFailureOf = (thrown: unknown): NetworkFailure | null => {
  const texts = textsOf(thrown);
  const names = namesIn(texts);
  for (const [pattern, code] of CODES) {
    const reason = names.find((name) => pattern.test(name));
    if (reason !== undefined) return { code, reason };
  }
  // The person's own Stop never gets here, so an abort is the SDK's timer. That and fetch's refusal to follow a redirect
  // have no name in capitals.
  if (fieldOf(thrown, 'name') === 'AbortError') return { code: 'api.timeout', reason: '' };
  if (texts.some((text) => text.startsWith('Request timed out'))) return { code: 'api.timeout', reason: '' };
  if (texts.some((text) => /\bredirect/i.test(text))) return { code: 'api.notFound', reason: 'redirect' };
  if (texts.some((text) => /^(Connection error|fetch failed|terminated)/.test(text)))
    return { code: 'api.network', reason: '' };
  return null;
};

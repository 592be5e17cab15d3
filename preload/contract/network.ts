import * as z from 'zod/mini';
import { boundedText } from './bounds';
import type { StorageMethod } from './endpoints';
import { request } from './request-spec';
import type { AppError } from './result';

/** Why a server was contacted. */
export type Purpose =
  | 'reply'
  | 'title'
  | 'models'
  | 'test'
  | 'local'
  | 'dictionaries'
  | 'image'
  | 'update'
  | 'proxy';

/** What was exchanged with one server for one purpose and by one way since Parlance started. */
export interface Contact {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly purpose: Purpose;
  readonly requests: number;
  /** Those without an answer. */
  readonly failures: number;
  /** Bytes of request and response bodies; without headers and encryption. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** The proxy that led there, as PAC files name it (`PROXY host:port`, `SOCKS5 …`); empty: none did. */
  readonly via: string;
  /** In ms since 1970. */
  readonly lastAt: number;
}

/** Every server contacted. */
export interface Contacts {
  readonly contacts: readonly Contact[];
  /** Since when they are noted: the start of Parlance, in ms since 1970. */
  readonly since: number;
}

/** All the page ever learns of the proxy's password. */
export interface ProxyPasswordInfo {
  readonly stored: boolean;
  readonly method: StorageMethod | null;
}

/** The proxy as it was saved, in main's own way of writing it. */
export interface SavedProxy {
  readonly proxy: string;
  readonly proxyUser: string;
  readonly proxyBypass: string;
  readonly password: ProxyPasswordInfo;
}

/** The links of the chain between Parlance and a reply, in the order in which they are needed. */
export const checkSteps = ['proxy', 'name', 'connection', 'certificate', 'address', 'key', 'model'] as const;

/** One link of the chain. */
export type CheckStep = (typeof checkSteps)[number];

/** What was found of one link: `none` means that this way needs none, `notReached` that one before it is broken. */
export interface CheckFinding {
  readonly step: CheckStep;
  readonly state: 'ok' | 'failed' | 'none' | 'notReached';
  /** What it is: the proxy, the address, the model. Empty where there is nothing to name. */
  readonly detail: string;
  /** Why it is broken. */
  readonly error: AppError | null;
}

const nothing = z.strictObject({});

/** Requests about the way to servers. */
export const networkRequests = {
  'network.contacts': request<Contacts>()(nothing),
  'network.proxyPassword': request<ProxyPasswordInfo>()(nothing),
  /**
   * Sets the proxy with what belongs to it. Credentials in its URL count before `user` and `password`; a null password
   * keeps the one that is stored for this very proxy, an empty one is forgotten.
   */
  'network.saveProxy': request<SavedProxy>()(
    z.strictObject({
      proxy: boundedText(2000),
      user: boundedText(256),
      password: z.nullable(boundedText(1000)),
      bypass: boundedText(4000),
    }),
  ),
};

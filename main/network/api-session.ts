import { type Session, session } from 'electron';
import type { Contact, Purpose } from '../../preload/contract/network';
import { log } from '../app/log';
import { createLedger, type Note } from './ledger';
import { proxyConfig } from './proxy-config';

/** A session of its own for API calls: the page's has no network at all. In memory: no cookies, no cache on disk. */
const PARTITION = 'parlance-api';

/** The network as API calls see it: system proxy, PAC and the operating system's certificates. */
export interface ApiNetwork {
  /** The way out. Every call is noted with its purpose. */
  readonly fetchFor: (purpose: Purpose) => typeof globalThis.fetch;
  /** For what has a network of its own: notes an exchange. */
  readonly note: Note;
  /** Every server contacted since the start. */
  readonly contacts: () => readonly Contact[];
  /** @param proxy URL from Settings; empty: the environment's, else the system's. */
  readonly setProxy: (proxy: string) => Promise<void>;
  /** The way to a URL as Chromium writes it: `DIRECT`, or for example `PROXY host:8080; DIRECT`. */
  readonly routeTo: (url: string) => Promise<string>;
  /** Rejects with Chromium's name of the failure where a host has no address. */
  readonly resolveHost: (host: string) => Promise<void>;
}

// Electron types its own fetch on its own Request; the calls made here fit both.
const fetchOver = (apiSession: Session) =>
  ((input: string, init?: RequestInit) =>
    apiSession.fetch(input, { ...init, credentials: 'omit' })) as typeof globalThis.fetch;

/** Makes the session that API calls go through. Call after the app is ready. */
export const createApiNetwork = (): ApiNetwork => {
  const apiSession = session.fromPartition(PARTITION, { cache: false });
  const ledger = createLedger();
  return {
    fetchFor: (purpose) => ledger.noting(fetchOver(apiSession), purpose),
    note: ledger.note,
    contacts: ledger.contacts,
    setProxy: async (proxy) => {
      const config = proxyConfig(proxy, process.env);
      await apiSession.setProxy(config);
      await apiSession.closeAllConnections();
      log('proxy.set', { mode: config.mode });
    },
    routeTo: (url) => apiSession.resolveProxy(url),
    resolveHost: async (host) => {
      await apiSession.resolveHost(host);
    },
  };
};

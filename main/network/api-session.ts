import { session } from 'electron';
import { log } from '../app/log';
import { proxyConfig } from './proxy-config';

/** A session of its own for API calls: the page's has no network at all. In memory: no cookies, no cache on disk. */
const PARTITION = 'parlance-api';

/** The network as API calls see it: system proxy, PAC and the operating system's certificates. */
export interface ApiNetwork {
  readonly fetch: typeof globalThis.fetch;
  /** @param proxy URL from Settings; empty: the environment's, else the system's. */
  readonly setProxy: (proxy: string) => Promise<void>;
}

/** Makes the session that API calls go through. Call after the app is ready. */
export const createApiNetwork = (): ApiNetwork => {
  const apiSession = session.fromPartition(PARTITION, { cache: false });
  return {
    // Electron types its own fetch on its own Request; the calls made here fit both.
    fetch: ((input: string, init?: RequestInit) =>
      apiSession.fetch(input, { ...init, credentials: 'omit' })) as typeof globalThis.fetch,
    setProxy: async (proxy) => {
      const config = proxyConfig(proxy, process.env);
      await apiSession.setProxy(config);
      await apiSession.closeAllConnections();
      log('proxy.set', { mode: config.mode });
    },
  };
};

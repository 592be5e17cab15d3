import { app, type Session, session } from 'electron';
import { log } from '../app/log';
import { proxyConfig, proxyCredentials } from './proxy-config';

/** A session of its own for API calls: the page's has no network at all. In memory: no cookies, no cache on disk. */
const PARTITION = 'parlance-api';

/** The network as API calls see it: system proxy, PAC and the operating system's certificates. */
export interface ApiNetwork {
  readonly fetch: typeof globalThis.fetch;
  /** @param proxy URL from Settings; empty: the environment's, else the system's. */
  readonly setProxy: (proxy: string) => Promise<void>;
}

const answerProxyLogin = (apiSession: Session, proxyUrl: () => string): void => {
  app.on('login', (event, contents, _details, authInfo, answer) => {
    // Calls of this session come without a page; pages have no network, so no page ever answers a login.
    if (contents !== null && contents?.session !== apiSession) return;
    const credentials = authInfo.isProxy ? proxyCredentials(proxyUrl()) : null;
    if (credentials === null) return;
    event.preventDefault();
    answer(credentials.username, credentials.password);
  });
};

/** Makes the session that API calls go through. Call after the app is ready. */
export const createApiNetwork = (): ApiNetwork => {
  const apiSession = session.fromPartition(PARTITION, { cache: false });
  let current = '';
  answerProxyLogin(apiSession, () => current);
  return {
    // Electron types its own fetch on its own Request; the calls made here fit both.
    fetch: ((input: string, init?: RequestInit) =>
      apiSession.fetch(input, { ...init, credentials: 'omit' })) as typeof globalThis.fetch,
    setProxy: async (proxy) => {
      const { config, url } = proxyConfig(proxy, process.env);
      current = url;
      await apiSession.setProxy(config);
      await apiSession.closeAllConnections();
      log('proxy.set', { mode: config.mode });
    },
  };
};

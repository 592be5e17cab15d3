import { app, type Session, session } from 'electron';
import type { Contact, Purpose } from '../../preload/contract/network';
import { isLoopbackHost } from '../endpoints/base-url';
import { ApiProxy } from './api-proxy';
import { following } from './following';
import { createLedger, type Ledger, type Note, viaTo } from './ledger';
import { loadPacFile } from './pac-file';
import type { ProxySettings, ProxyWayDeps } from './proxy-way';
import { fetchOver, type LogIn } from './request-fetch';

/** A session of its own for API calls: the page's has no network at all. In memory: no cookies, no cache on disk. */
const PARTITION = 'parlance-api';
/** The same for PAC files, which are fetched past all proxies. */
const DIRECT_PARTITION = 'parlance-direct';

/** The network as API calls see it: system proxy, PAC and the operating system's certificates. */
export interface ApiNetwork {
  /** The way out. Every call is noted with its purpose. */
  readonly fetchFor: (purpose: Purpose) => typeof globalThis.fetch;
  /** For what has a network of its own: notes an exchange. */
  readonly note: Note;
  /** Every server contacted since the start. */
  readonly contacts: () => readonly Contact[];
  /** Goes by other proxies from now on; what is under way is broken off. */
  readonly setProxy: (settings: ProxySettings) => void;
  /** Lets no request go before a job is done that chooses other proxies. */
  readonly changingProxy: <T>(job: () => Promise<T>) => Promise<T>;
  /** Resolves when the chosen proxies can be used. Errors: `network.invalidProxy`, `api.proxy` (its PAC file). */
  readonly ready: () => Promise<void>;
  /** Lets another session go the same way. Errors: as `ready`. */
  readonly lead: (other: Session) => Promise<void>;
  /** What a proxy may be told. */
  readonly logIn: LogIn;
  /** The way to a URL as Chromium writes it: `DIRECT`, or for example `PROXY host:8080; DIRECT`. */
  readonly routeTo: (url: string) => Promise<string>;
  /** Rejects with Chromium's name of the failure where a host has no address. */
  readonly resolveHost: (host: string) => Promise<void>;
}

/** What the network is made with. */
export interface ApiNetworkDeps {
  readonly proxy: ProxySettings;
  /** The stored password for a proxy; null: there is none. */
  readonly password: ProxyWayDeps['password'];
}

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** `host:port` of a URL. */
const authorityOf = ({ hostname, port, protocol }: URL): string =>
  `${hostname}:${port === '' ? PORTS[protocol] : port}`;

const urlOf = (input: string | URL | Request): URL => new URL(input instanceof Request ? input.url : input);

/** A fetch that says what only our side of a relay can know of a failure. */
const explaining =
  (fetch: typeof globalThis.fetch, proxy: ApiProxy): typeof globalThis.fetch =>
  async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (thrown) {
      const problem = proxy.way?.problemOf(authorityOf(urlOf(input))) ?? null;
      throw problem === null ? thrown : new Error(`net::${problem}`);
    }
  };

const pacLoader =
  (ledger: Ledger) =>
  async (url: string): Promise<string> => {
    const direct = session.fromPartition(DIRECT_PARTITION, { cache: false });
    await direct.setProxy({ mode: 'direct' });
    return loadPacFile(
      url,
      following(
        ledger.noting(
          fetchOver(direct, async () => null),
          'proxy',
        ),
      ),
    );
  };

/**
 * Has names looked up as every other program does: as the system is set up (hosts file, VPN, names of the local network).
 * Chromium's own resolver would try servers of its own choice over HTTPS, which no list could tell of.
 */
const askSystemForNames = (): void =>
  app.configureHostResolver({
    enableBuiltInResolver: false,
    enableAdditionalDnsQueryTypes: false,
    secureDnsMode: 'off',
  });

/** Makes the session that API calls go through. Call after the app is ready. */
export const createApiNetwork = (deps: ApiNetworkDeps): ApiNetwork => {
  askSystemForNames();
  const apiSession = session.fromPartition(PARTITION, { cache: false });
  const ledger = createLedger();
  const proxy = new ApiProxy(apiSession, deps.proxy, {
    env: process.env,
    loadPac: pacLoader(ledger),
    password: deps.password,
  });
  const logIn: LogIn = async (info) => (await proxy.way?.logIn(info)) ?? null;
  const routeTo = async (url: string): Promise<string> => {
    const route = await apiSession.resolveProxy(url);
    return proxy.way?.nameOf(route) ?? route;
  };
  const fetchThere = explaining(fetchOver(apiSession, logIn), proxy);
  return {
    fetchFor: (purpose) => {
      const noted = ledger.noting(fetchThere, purpose, routeTo);
      return following(async (input, init) => {
        await proxy.ready().catch((thrown: unknown) => {
          // What is on this computer is reached past the proxies.
          if (!isLoopbackHost(urlOf(input).hostname)) throw thrown;
        });
        return noted(input, init);
      });
    },
    note: (origin, purpose, more) =>
      void viaTo(origin, routeTo).then((via) => ledger.note(origin, purpose, { ...more, via })),
    contacts: ledger.contacts,
    setProxy: (settings) => proxy.set(settings),
    changingProxy: (job) => proxy.changing(job),
    ready: async () => void (await proxy.ready()),
    lead: async (other) => other.setProxy((await proxy.ready()).config),
    logIn,
    routeTo,
    resolveHost: async (host) => {
      await apiSession.resolveHost(host);
    },
  };
};

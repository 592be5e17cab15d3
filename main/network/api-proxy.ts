import type { Session } from 'electron';
import { log } from '../app/log';
import { openProxyWay, type ProxySettings, type ProxyWay, type ProxyWayDeps } from './proxy-way';

/** The proxies that a session goes by: as Settings say, and made ready before the first request that needs them. */
export class ApiProxy {
  readonly #session: Session;
  readonly #deps: ProxyWayDeps;
  #settings: ProxySettings;
  #opening: Promise<ProxyWay> | null = null;
  #way: ProxyWay | null = null;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(session: Session, settings: ProxySettings, deps: ProxyWayDeps) {
    this.#session = session;
    this.#settings = settings;
    this.#deps = deps;
  }

  /** The way that requests go now; null: none was ever ready. */
  get way(): ProxyWay | null {
    return this.#way;
  }

  /** Goes by other proxies from now on; what is under way is broken off. */
  set(settings: ProxySettings): void {
    this.#settings = settings;
    this.#opening = null;
    this.ready().catch(() => log('proxy.notSet'));
  }

  /** Holds requests back until what chooses other proxies is done: it takes its time to the disk. */
  changing<T>(job: () => Promise<T>): Promise<T> {
    const done = job();
    this.#changing = Promise.all([this.#changing, done]).catch(() => undefined);
    return done;
  }

  /**
   * Resolves when the chosen proxies can be used. One that failed is tried again by the next call: the network may have come
   * back. Errors: `network.invalidProxy`, `api.proxy` (its PAC file).
   */
  async ready(): Promise<ProxyWay> {
    await this.#changing;
    return this.#chosen();
  }

  #chosen(): Promise<ProxyWay> {
    if (this.#opening !== null) return this.#opening;
    const opening = this.#open(this.#settings).catch((thrown: unknown) => {
      if (this.#opening === opening) this.#opening = null;
      throw thrown;
    });
    this.#opening = opening;
    return opening;
  }

  async #open(settings: ProxySettings): Promise<ProxyWay> {
    const way = await openProxyWay(settings, this.#deps);
    if (settings !== this.#settings) {
      way.close();
      return this.#chosen();
    }
    this.#way?.close();
    this.#way = way;
    // What a proxy was told before is not told again.
    await this.#session.clearAuthCache();
    await this.#session.setProxy(way.config);
    await this.#session.closeAllConnections();
    log('proxy.set', { mode: way.config.mode });
    return way;
  }
}

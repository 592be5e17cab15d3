import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { EndpointInfo, EndpointInput } from '../../preload/contract/endpoints';
import { Failure } from '../../preload/contract/result';
import { type JsonStore, type JsonStoreOptions, openJsonStore } from '../storage/json-store';
import { type OneAtATime, oneAtATime } from '../storage/one-at-a-time';
import { createSignal } from '../storage/signal';
import type { Vault } from '../vault/vault';
import { invalidUrl, originOf } from './base-url';
import { type CheckedEndpoint, checkEndpoint } from './endpoint-check';
import { DEMO_ID, DEMO_INFO, ENVIRONMENT_ID, environmentInfo, savedInfo } from './endpoint-info';
import { type EnvironmentEndpoint, environmentKeyFor, readEnvironment } from './environment-endpoint';
import { type Carried, parseRegistry, type RegistryState, type SavedEndpoint } from './registry-state';
import type { ResolvedEndpoint } from './resolved-endpoint';

/** What the registry needs of the rest. */
export interface RegistryParts {
  readonly vault: Pick<Vault, 'apiKey' | 'keyInfo' | 'setApiKey' | 'removeApiKey' | 'onChange'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts the server inside the app, if need be, and gives its base URL. */
  readonly demoBaseUrl: () => Promise<string>;
}

/** The endpoints and which of them is in use. */
export interface EndpointList {
  readonly endpoints: readonly EndpointInfo[];
  readonly endpointId: string | null;
}

const notFound = (): Failure => new Failure('endpoint.notFound', 'There is no such endpoint');

/** The list of endpoints, `endpoints.json`. Keys are in the vault. Everything that writes runs one after the other. */
export class EndpointRegistry {
  readonly #store: JsonStore<RegistryState>;
  readonly #parts: RegistryParts;
  readonly #environment: EnvironmentEndpoint | null;
  readonly #changed = createSignal<EndpointList>();
  readonly #oneAtATime: OneAtATime = oneAtATime();
  #told: EndpointList;

  /** Use `openRegistry`. */
  constructor(store: JsonStore<RegistryState>, parts: RegistryParts) {
    this.#store = store;
    this.#parts = parts;
    this.#environment = readEnvironment(parts.env);
    this.#told = this.#current();
    parts.vault.onChange(() => this.#tell());
  }

  /** True when the file was broken, in whole or in part, and was renamed. */
  get wasSetAside(): boolean {
    return this.#store.wasSetAside;
  }

  /** Saved ones in the order they were made, then the environment's (while nothing is saved), then Demo. */
  list(): readonly EndpointInfo[] {
    const saved = this.#store.value.endpoints.map((endpoint) => this.#infoOf(endpoint));
    const isFromEnvironment = saved.length === 0 && this.#environment !== null;
    return [...saved, ...(isFromEnvironment ? [environmentInfo(this.#environment)] : []), DEMO_INFO];
  }

  /** The endpoint that requests go to: the one chosen, else the environment's, else none. Demo only when chosen. */
  selectedId(): string | null {
    const { selectedId } = this.#store.value;
    const ids = this.list().map(({ id }) => id);
    if (selectedId !== null && ids.includes(selectedId)) return selectedId;
    return ids.includes(ENVIRONMENT_ID) ? ENVIRONMENT_ID : null;
  }

  /** Told when the list or the choice has changed. Returns the undo. */
  onChange(listener: (list: EndpointList) => void): () => void {
    return this.#changed.on(listener);
  }

  /**
   * Saves an endpoint and selects it. A null id, or a built-in one, updates the saved endpoint of the same kind and
   * URL or makes a new one; the environment's as it is stays what it is. When the origin changes and no key comes with it, the old key is dropped: `key.stored`
   * tells. Errors: `endpoint.invalidUrl`, `endpoint.invalidKey` (with `reason`), `endpoint.notFound`,
   * `settings.notSaved`, and `vault.failed` when the endpoint was saved but its key was not.
   */
  save(input: EndpointInput): Promise<EndpointInfo> {
    return this.#change(async () => {
      const checked = checkEndpoint(input);
      const unchanged = this.#unchangedEnvironment(input.id, checked);
      if (unchanged !== null) {
        await this.#store.write({ ...this.#store.value, selectedId: ENVIRONMENT_ID });
        return unchanged;
      }
      const before = this.#savedFor(input.id, checked);
      const saved: SavedEndpoint = { id: before?.id ?? uuidv7(), ...checked.endpoint };
      const { endpoints } = this.#store.value;
      await this.#store.write({
        endpoints:
          before === undefined
            ? [...endpoints, saved]
            : endpoints.map((each) => (each === before ? saved : each)),
        selectedId: saved.id,
      });
      await this.#saveKey(saved, checked.apiKey, before);
      return this.#infoOf(saved);
    });
  }

  /** Makes requests go to this endpoint. Errors: `endpoint.notFound`, `settings.notSaved`. */
  select(id: string): Promise<void> {
    return this.#change(async () => {
      this.#assertListed(id);
      await this.#store.write({ ...this.#store.value, selectedId: id });
    });
  }

  /** Removes a saved endpoint and its key. Errors: `endpoint.notFound`, `settings.notSaved`, `vault.failed`. */
  remove(id: string): Promise<void> {
    return this.#change(async () => {
      const saved = this.#savedById(id);
      const endpoints = this.#store.value.endpoints.filter((each) => each !== saved);
      const selectedId = this.selectedId() === id ? (endpoints.at(-1)?.id ?? null) : this.selectedId();
      await this.#parts.vault.removeApiKey(id);
      await this.#store.write({ endpoints, selectedId });
    });
  }

  /**
   * Adds endpoints without keys and takes away those of `removeIds` that have none. Where no saved one was in use, the first
   * one added is. Answers with the ids of what is new and what takes all of it back. Errors: `settings.notSaved`.
   */
  carry(added: readonly Omit<SavedEndpoint, 'id'>[], removeIds: readonly string[]): Promise<Carried> {
    return this.#change(async () => {
      const before = this.#store.value;
      const isKept = ({ id, baseUrl }: SavedEndpoint): boolean =>
        !removeIds.includes(id) || this.#parts.vault.keyInfo(id, originOf(baseUrl)).stored;
      const fresh = added.map((endpoint) => ({ id: uuidv7(), ...endpoint }));
      const chosen = this.selectedId();
      const isFree = chosen === null || chosen === ENVIRONMENT_ID;
      await this.#store.write({
        endpoints: [...before.endpoints.filter(isKept), ...fresh],
        selectedId: (isFree ? fresh[0]?.id : null) ?? before.selectedId,
      });
      const takeBack = () => this.#change(() => this.#store.write(before));
      return { ids: fresh.map(({ id }) => id), takeBack };
    });
  }

  /** Removes a saved endpoint's key. Errors: `endpoint.notFound`, `vault.failed`. */
  removeKey(id: string): Promise<EndpointInfo> {
    return this.#change(async () => {
      const saved = this.#savedById(id);
      await this.#parts.vault.removeApiKey(id);
      return this.#infoOf(saved);
    });
  }

  /**
   * An endpoint ready for a request, the selected one unless an id says otherwise. Errors: `endpoint.none`,
   * `endpoint.notFound`, `endpoint.invalidUrl` and `endpoint.invalidKey` (the environment's), `history.locked` (its key needs the passphrase).
   */
  async resolve(id: string | null = this.selectedId()): Promise<ResolvedEndpoint> {
    if (id === null) throw new Failure('endpoint.none', 'No endpoint is selected');
    this.#assertListed(id);
    if (id === DEMO_ID) {
      return { id, kind: 'demo', baseUrl: await this.#parts.demoBaseUrl(), apiVersion: null, apiKey: null };
    }
    if (id === ENVIRONMENT_ID) return this.#resolveEnvironment();
    const saved = this.#savedById(id);
    const stored = await this.#parts.vault.apiKey(id, originOf(saved.baseUrl));
    return { ...saved, apiKey: stored ?? environmentKeyFor(this.#environment, saved.baseUrl) };
  }

  #resolveEnvironment(): ResolvedEndpoint {
    const environment = this.#environment;
    if (environment === null) throw notFound();
    if (environment.origin === null) throw invalidUrl('notUrl');
    if (environment.isKeyUnusable) {
      throw new Failure('endpoint.invalidKey', 'OPENAI_API_KEY is no key', { reason: 'environment' });
    }
    const { id, kind, baseUrl, apiVersion } = environmentInfo(environment);
    return { id, kind, baseUrl, apiVersion, apiKey: environment.apiKey };
  }

  #infoOf(saved: SavedEndpoint): EndpointInfo {
    const { vault } = this.#parts;
    return savedInfo(saved, (id, origin) => vault.keyInfo(id, origin), this.#environment);
  }

  #savedById(id: string): SavedEndpoint {
    const saved = this.#store.value.endpoints.find((each) => each.id === id);
    if (saved === undefined) throw notFound();
    return saved;
  }

  #unchangedEnvironment(id: string | null, { endpoint, apiKey }: CheckedEndpoint): EndpointInfo | null {
    const info = this.list().find((each) => each.id === ENVIRONMENT_ID);
    if (info === undefined || id !== ENVIRONMENT_ID || apiKey !== null) return null;
    return endpoint.kind === info.kind && endpoint.baseUrl === info.baseUrl ? info : null;
  }

  #savedFor(id: string | null, { endpoint }: CheckedEndpoint): SavedEndpoint | undefined {
    if (id !== null && id !== DEMO_ID && id !== ENVIRONMENT_ID) return this.#savedById(id);
    return this.#store.value.endpoints.find(
      ({ kind, baseUrl }) => kind === endpoint.kind && baseUrl === endpoint.baseUrl,
    );
  }

  async #saveKey(
    saved: SavedEndpoint,
    apiKey: string | null,
    before: SavedEndpoint | undefined,
  ): Promise<void> {
    const origin = originOf(saved.baseUrl);
    if (apiKey !== null) await this.#parts.vault.setApiKey(saved.id, origin, apiKey);
    else if (before !== undefined && originOf(before.baseUrl) !== origin) {
      await this.#parts.vault.removeApiKey(saved.id);
    }
  }

  #assertListed(id: string): void {
    if (!this.list().some((endpoint) => endpoint.id === id)) throw notFound();
  }

  #current(): EndpointList {
    return { endpoints: this.list(), endpointId: this.selectedId() };
  }

  #tell(): void {
    const list = this.#current();
    if (isDeepStrictEqual(list, this.#told)) return;
    this.#told = list;
    this.#changed.emit(list);
  }

  async #change<T>(job: () => Promise<T>): Promise<T> {
    try {
      return await this.#oneAtATime(job);
    } finally {
      this.#tell();
    }
  }
}

/** Opens the endpoints of a profile folder. Rejects with Node's error when the file is there and cannot be read. */
export const openRegistry = async (
  options: Pick<JsonStoreOptions<RegistryState>, 'folder' | 'files' | 'write'>,
  parts: RegistryParts,
): Promise<EndpointRegistry> =>
  new EndpointRegistry(await openJsonStore({ ...options, name: 'endpoints', parse: parseRegistry }), parts);

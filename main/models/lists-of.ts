import { isDeepStrictEqual } from 'node:util';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import { openClient } from '../openai/client';
import { fetchModels, type ListedModel } from './fetch-models';
import type { ModelLists } from './model-lists';

/** The models that an endpoint's server lists, in its order; none where it has no list. */
export type ListsOf = (endpoint: ResolvedEndpoint, refresh: boolean) => Promise<readonly ListedModel[]>;

/** What the lists are made from. */
export interface ListsDeps {
  readonly fetch: typeof fetch;
  /** How long a silent server is waited for, in milliseconds. */
  readonly silenceMs: () => number;
  /** Opens what servers listed in earlier runs, on first use. */
  readonly openLists: () => Promise<ModelLists>;
  /** Told when a server turned out to list other models than were answered with. */
  readonly onListChanged: (endpointId: string) => void;
  /** Told what did not work; nobody is disturbed by it. */
  readonly onProblem: (problem: 'models.notListed' | 'models.notKept') => void;
  /** In milliseconds; absent: the computer's. */
  readonly now?: () => number;
}

/** A server that failed to tell is left alone for so long, unless the person asks. */
const RETRY_MS = 60_000;

/**
 * Makes the lists: what a server listed last is answered with at once and asked for again in the background, once per
 * run; `refresh` waits for the server. Never rejects: offline, the last list stands, or none.
 */
export const createListsOf = (deps: ListsDeps): ListsOf => {
  const { fetch, silenceMs, openLists, onListChanged, onProblem, now = Date.now } = deps;
  const inMemory = new Map<string, readonly ListedModel[]>();
  const asked = new Set<string>();
  /** When a server last failed to tell, by its place. */
  const failedAt = new Map<string, number>();
  const justFailed = (place: string): boolean => now() - (failedAt.get(place) ?? -RETRY_MS) < RETRY_MS;
  let opened: Promise<ModelLists | null> | undefined;
  const stored = () => {
    // A list that cannot be read or kept costs only the choice of models while offline.
    opened ??= openLists().catch(() => null);
    return opened;
  };
  const placeOf = ({ id, baseUrl }: ResolvedEndpoint): string => `${id} ${baseUrl}`;

  const known = async (endpoint: ResolvedEndpoint): Promise<readonly ListedModel[] | null> => {
    const here = inMemory.get(placeOf(endpoint));
    if (here !== undefined || endpoint.kind === 'demo') return here ?? null;
    return (await stored())?.get({ endpointId: endpoint.id, baseUrl: endpoint.baseUrl }) ?? null;
  };

  const keep = async (endpoint: ResolvedEndpoint, models: readonly ListedModel[]): Promise<void> => {
    inMemory.set(placeOf(endpoint), models);
    // The demo is at another address in every run.
    if (endpoint.kind === 'demo') return;
    const { id: endpointId, baseUrl } = endpoint;
    await (await stored())?.keep({ endpointId, baseUrl }, models).catch(() => onProblem('models.notKept'));
  };

  const ask = async (endpoint: ResolvedEndpoint): Promise<readonly ListedModel[] | null> => {
    asked.add(placeOf(endpoint));
    try {
      const client = await openClient(endpoint, { fetch, silenceMs: silenceMs(), maxRetries: 0 });
      const models = await fetchModels(client);
      failedAt.delete(placeOf(endpoint));
      await keep(endpoint, models);
      return models;
    } catch {
      // Offline, or a server without a list: the catalogue still stands, and asking tells the real error.
      onProblem('models.notListed');
      failedAt.set(placeOf(endpoint), now());
      return null;
    }
  };

  const askQuietly = async (endpoint: ResolvedEndpoint, before: readonly ListedModel[]): Promise<void> => {
    const models = await ask(endpoint);
    if (models !== null && !isDeepStrictEqual(models, before)) onListChanged(endpoint.id);
  };

  return async (endpoint, refresh) => {
    const before = await known(endpoint);
    // Every count of tokens would ask again, and wait for a server that is silent.
    if (before === null && !refresh && justFailed(placeOf(endpoint))) return [];
    if (before === null || refresh) return (await ask(endpoint)) ?? before ?? [];
    if (!asked.has(placeOf(endpoint))) void askQuietly(endpoint, before);
    return before;
  };
};

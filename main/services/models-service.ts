import type { ModelInfo } from '../../preload/contract/models';
import type { ChatOptions } from '../../preload/contract/parameters';
import { log } from '../app/log';
import { DEMO_MODEL_ID } from '../demo/demo-server';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import { loadCatalogue } from '../models/catalogue';
import { fetchModelIds } from '../models/fetch-model-ids';
import { openClient } from '../openai/client';

/** What OpenAI's own API is asked for when the person has chosen nothing: good, quick and cheap. */
const DEFAULT_OPENAI_MODEL = 'gpt-4o-mini';

/** Which models there are, and what is known of each. */
export interface ModelsService {
  /** The models an endpoint offers. What its server lists is kept until `refresh` or the end of the run. */
  readonly list: (endpoint: ResolvedEndpoint, refresh: boolean) => Promise<readonly ModelInfo[]>;
  /** The model to ask: the chosen one, else the endpoint's first. */
  readonly resolve: (endpoint: ResolvedEndpoint, options: ChatOptions) => Promise<ModelInfo>;
}

/** @param silenceMs how long a silent server is waited for, in milliseconds. */
export const createModelsService = (fetchImpl: typeof fetch, silenceMs: () => number): ModelsService => {
  const listed = new Map<string, readonly string[]>();

  const idsOf = async (endpoint: ResolvedEndpoint, refresh: boolean): Promise<readonly string[]> => {
    const place = `${endpoint.id} ${endpoint.baseUrl}`;
    const known = listed.get(place);
    if (known !== undefined && !refresh) return known;
    try {
      const client = await openClient(endpoint, { fetch: fetchImpl, silenceMs: silenceMs(), maxRetries: 0 });
      const ids = await fetchModelIds(client);
      listed.set(place, ids);
      return ids;
    } catch {
      // Offline, or a server without a list: the catalogue still stands, and asking tells the real error.
      log('models.notListed', { kind: endpoint.kind });
      return known ?? [];
    }
  };

  const list = async (endpoint: ResolvedEndpoint, refresh: boolean): Promise<readonly ModelInfo[]> => {
    const catalogue = await loadCatalogue();
    return catalogue.listModels(endpoint.kind, await idsOf(endpoint, refresh));
  };

  const resolve = async (endpoint: ResolvedEndpoint, { model }: ChatOptions): Promise<ModelInfo> => {
    const { modelInfo } = await loadCatalogue();
    // The demo knows its own model only, and nobody else knows it: a chat that changes sides takes the default.
    const isKnownThere = (model === DEMO_MODEL_ID) === (endpoint.kind === 'demo');
    if (model !== '' && isKnownThere) return modelInfo(model);
    if (endpoint.kind === 'openai') return modelInfo(DEFAULT_OPENAI_MODEL);
    const [first] = await idsOf(endpoint, false);
    return modelInfo(first ?? DEFAULT_OPENAI_MODEL);
  };

  return { list, resolve };
};

import type { EndpointKind } from '../../preload/contract/endpoints';
import { type ModelInfo, modelMeant, type OfferedModels } from '../../preload/contract/models';
import type { ChatOptions } from '../../preload/contract/parameters';
import { log } from '../app/log';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import { loadCatalogue } from '../models/catalogue';
import { fetchModelIds } from '../models/fetch-model-ids';
import { openClient } from '../openai/client';

/** What OpenAI's own API is asked for when the person has chosen nothing: good, quick and cheap. */
const DEFAULT_OPENAI_MODEL = 'gpt-4o-mini';

const defaultModel = (kind: EndpointKind, ids: readonly string[]): string =>
  kind === 'openai' ? DEFAULT_OPENAI_MODEL : (ids[0] ?? DEFAULT_OPENAI_MODEL);

/** Which models there are, and what is known of each. */
export interface ModelsService {
  /** What an endpoint offers. What its server lists is kept until `refresh` or the end of the run. */
  readonly list: (endpoint: ResolvedEndpoint, refresh: boolean) => Promise<OfferedModels>;
  /** The model to ask: the chosen one, else the endpoint's default one, as `list` names it. */
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

  const list = async (endpoint: ResolvedEndpoint, refresh: boolean): Promise<OfferedModels> => {
    const { listModels } = await loadCatalogue();
    const ids = await idsOf(endpoint, refresh);
    return { models: listModels(endpoint.kind, ids), defaultModel: defaultModel(endpoint.kind, ids) };
  };

  const resolve = async (endpoint: ResolvedEndpoint, { model }: ChatOptions): Promise<ModelInfo> => {
    const { modelInfo } = await loadCatalogue();
    const { kind } = endpoint;
    const meant = modelMeant(model, kind);
    if (meant !== null) return modelInfo(meant);
    return modelInfo(defaultModel(kind, kind === 'openai' ? [] : await idsOf(endpoint, false)));
  };

  return { list, resolve };
};

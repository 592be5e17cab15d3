import type { EndpointKind } from '../../preload/contract/endpoints';
import { type ModelInfo, modelMeant, type OfferedModels } from '../../preload/contract/models';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { Settings } from '../../preload/contract/settings';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import { type Catalogue, loadCatalogue } from '../models/catalogue';
import type { ListedModel } from '../models/fetch-models';
import type { ListsOf } from '../models/lists-of';
import { withOwnFacts } from '../models/own-facts';

/** What OpenAI's own API is asked for when the person has chosen nothing: good, quick and cheap. */
const DEFAULT_OPENAI_MODEL = 'gpt-4o-mini';

const defaultModel = ({ canChat }: Catalogue, kind: EndpointKind, listed: readonly ListedModel[]): string => {
  if (kind === 'openai') return DEFAULT_OPENAI_MODEL;
  const first = listed.find(({ id }) => canChat(id)) ?? listed[0];
  return first?.id ?? DEFAULT_OPENAI_MODEL;
};

/** What the service works with. */
export interface ModelsDeps {
  readonly listsOf: ListsOf;
  /** What the person has set of models, by id. */
  readonly ownFacts: () => Settings['modelFacts'];
}

/** Which models there are, and what is known of each. */
export interface ModelsService {
  /**
   * What an endpoint offers. What its server listed last is answered with at once and asked for again in the background,
   * once per run; `refresh` waits for the server.
   * @param asked a model whose facts are told even if it is not offered; empty: none.
   */
  readonly list: (endpoint: ResolvedEndpoint, refresh: boolean, asked: string) => Promise<OfferedModels>;
  /** The model to ask: the chosen one, else the endpoint's default one, as `list` names it. */
  readonly resolve: (endpoint: ResolvedEndpoint, options: ChatOptions) => Promise<ModelInfo>;
}

/** Puts together the catalogue, what servers list, and what the person has set. */
export const createModelsService = ({ listsOf, ownFacts }: ModelsDeps): ModelsService => ({
  list: async (endpoint, refresh, asked) => {
    const catalogue = await loadCatalogue();
    const listed = await listsOf(endpoint, refresh);
    const own = ownFacts();
    const models = catalogue.listModels(endpoint.kind, listed).map((model) => withOwnFacts(model, own));
    const isOffered = asked === '' || models.some(({ id }) => id === asked);
    return {
      models,
      defaultModel: defaultModel(catalogue, endpoint.kind, listed),
      asked: isOffered ? null : withOwnFacts(catalogue.modelInfo(asked), own),
    };
  },
  resolve: async (endpoint, { model }) => {
    const catalogue = await loadCatalogue();
    const { kind } = endpoint;
    const meant =
      modelMeant(model, kind) ??
      defaultModel(catalogue, kind, kind === 'openai' ? [] : await listsOf(endpoint, false));
    return withOwnFacts(catalogue.modelInfo(meant), ownFacts());
  },
});

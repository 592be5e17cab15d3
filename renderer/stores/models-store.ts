import { create } from 'zustand';
import {
  legacyParams,
  type ModelInfo,
  modelMeant,
  type OfferedModels,
  takesImages,
} from '../../preload/contract/models';
import type { ParamName } from '../../preload/contract/parameters';
import { type ModelPrice, priceAtTier } from '../../preload/contract/price';
import { currentEndpoint, useApp } from './app-store';
import { useConversation } from './conversation-store';

/** The models of the current endpoint. */
export interface ModelList extends OfferedModels {
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
}

/** Nothing is known of the endpoint's models yet. */
export const noModels: ModelList = { models: [], defaultModel: '', asked: null, phase: 'idle' };

/** The models of the current endpoint. */
export const useModels = create<ModelList>()(() => noModels);

/** Id of the model that will be asked, by the same rule as main's; empty while the default one is not known. */
export const askedModelId = (
  chosen: string,
  { defaultModel }: Pick<ModelList, 'defaultModel'>,
  app: Parameters<typeof currentEndpoint>[0],
): string => {
  const endpoint = currentEndpoint(app);
  return (endpoint === null ? chosen : modelMeant(chosen, endpoint.kind)) ?? defaultModel;
};

/** Id of the model that the chat on screen will be answered by; empty while the default one is not known. */
export const useAskedModelId = (): string => {
  const chosen = useConversation(({ options }) => options.model);
  const defaultModel = useModels((list) => list.defaultModel);
  return useApp((app) => askedModelId(chosen, { defaultModel }, app));
};

type KnownList = Pick<ModelList, 'models'> & Partial<Pick<ModelList, 'asked'>>;

/** What is known of a model of the current endpoint. */
export const modelOf = ({ models, asked = null }: KnownList, modelId: string): ModelInfo | null =>
  models.find(({ id }) => id === modelId) ?? (asked !== null && asked.id === modelId ? asked : null);

/** Settings that a model does not take, as far as that is known. */
export const unsupportedBy = (
  list: Pick<ModelList, 'models' | 'asked'>,
  modelId: string,
): readonly ParamName[] => modelOf(list, modelId)?.unsupported ?? legacyParams;

/** False where it is known that a model of the current endpoint takes no images. */
export const modelTakesImages = (list: KnownList, modelId: string): boolean => {
  const model = modelOf(list, modelId);
  return model === null || takesImages(model);
};

/** What tokens of the model cost that the chat on screen is answered by, at its tier; null: not known. */
export const useAskedPrice = (): ModelPrice | null => {
  const model = useAskedModelId();
  const tier = useConversation(({ options }) => options.params.serviceTier);
  const price = useModels((list) => modelOf(list, model)?.price ?? null);
  return priceAtTier(price, tier);
};

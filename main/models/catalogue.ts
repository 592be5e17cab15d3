import type { EndpointKind } from '../../preload/contract/endpoints';
import { type ModelInfo, modelGroups, type OfferedModel, unknownFacts } from '../../preload/contract/models';
import { baseModelIds } from './base-model';
import type { ListedModel } from './fetch-models';
import type { KnownModel, KnownModels } from './known-models';
import { loadKnownModels } from './known-models';
import { loadPrices, type PriceOf } from './prices';
import type { RequiredModel } from './required-models';
import { requiredModels } from './required-models';
import { shutdownDates } from './shutdown-dates';
import { unsupportedAt, unsupportedBy } from './unsupported-params';

/** Everything known about models. */
export interface Catalogue {
  /** Facts of any id. What is not known is null, and nothing is then taken to be unsupported. */
  readonly modelInfo: (id: string) => ModelInfo;
  /**
   * The models to offer, in groups: the whole catalogue and what the server lists. The demo has only its own. Models
   * known to make no text are left out.
   */
  readonly listModels: (kind: EndpointKind, listed: readonly ListedModel[]) => readonly OfferedModel[];
  /** Whether a model may be chosen for a chat by itself: what is not known is told by its name. */
  readonly canChat: (id: string) => boolean;
}

/** What other makers call models that write no text. */
const NOT_FOR_CHAT =
  /embed|rerank|whisper|transcri|tts|dall-e|image|moderation|diffusion|\b(bge|gte|e5|clip|flux|sdxl|minilm)\b/i;

/** Names in the metadata that the API never had. */
const NO_API_NAME = /^(gpt-3\.5(-0301)?|(davinci|cushman)-codex)$/;

const NEW_BOUND_NAME = /^(o\d|gpt-([5-9]|\d\d))/;

const requiredById: ReadonlyMap<string, RequiredModel> = new Map(
  requiredModels.map((model) => [model.id, model]),
);

const firstFound = <V>(ids: readonly string[], map: ReadonlyMap<string, V>): V | undefined =>
  ids.map((id) => map.get(id)).find((value) => value !== undefined);

const unknownModel = (id: string): ModelInfo => ({
  ...unknownFacts,
  id,
  deprecated: shutdownDates.get(id) ?? null,
  unsupported: unsupportedAt('chat', id, []),
});

const endpointOf = ({ endpoint }: KnownModel): ModelInfo['endpoint'] =>
  endpoint === 'completions' ? 'completions' : 'chat';

const fromKnown = (id: string, baseId: string, known: KnownModel): ModelInfo => ({
  ...unknownModel(id),
  contextWindow: known.contextWindow,
  maxOutput: known.maxOutput,
  trainingData: known.trainingData,
  endpoint: endpointOf(known),
  encoding: known.encoding,
  aliasOf: id === baseId ? known.aliasOf : null,
  deprecated: shutdownDates.get(id) ?? (known.deprecated ? true : null),
  modalities: known.modalities,
  features: known.features,
  maxTokensName: NEW_BOUND_NAME.test(baseId) ? 'max_completion_tokens' : 'max_tokens',
  unsupported: unsupportedAt(endpointOf(known), id, unsupportedBy(baseId, known.reasons)),
});

/** Required facts win; what they leave open is filled from the metadata. */
const fromRequired = (id: string, required: RequiredModel, known: KnownModel | undefined): ModelInfo => ({
  ...unknownModel(id),
  contextWindow: required.contextWindow,
  maxOutput: required.maxOutput ?? known?.maxOutput ?? null,
  trainingData: required.trainingData,
  endpoint: required.endpoint,
  encoding: 'cl100k_base',
  aliasOf: id === required.id ? (required.aliasOf ?? null) : null,
  deprecated: required.deprecated ?? shutdownDates.get(id) ?? (known?.deprecated ? true : null),
  modalities: required.features?.includes('vision') ? ['text', 'image'] : ['text'],
  features: required.features ?? known?.features ?? [],
  note: required.note ?? null,
  unsupported: unsupportedAt(required.endpoint, id, unsupportedBy(required.id, false)),
  ...(required.formerly !== undefined && id === required.id ? { formerly: required.formerly } : {}),
});

const factsFrom = (known: KnownModels, id: string): ModelInfo | null => {
  for (const baseId of baseModelIds(id)) {
    const required = requiredById.get(baseId);
    if (required !== undefined) return fromRequired(id, required, known.get(baseId));
    const facts = known.get(baseId);
    if (facts !== undefined) return fromKnown(id, baseId, facts);
  }
  return null;
};

const byUse = (a: OfferedModel, b: OfferedModel): number =>
  modelGroups.indexOf(a.group) - modelGroups.indexOf(b.group) ||
  a.id.localeCompare(b.id, 'en', { numeric: true });

const catalogueOf = (known: KnownModels, priceOf: PriceOf): Catalogue => {
  const modelInfo = (id: string): ModelInfo => ({
    ...(factsFrom(known, id) ?? unknownModel(id)),
    price: priceOf(id),
  });
  const makesText = (id: string): boolean =>
    requiredById.has(id) || firstFound(baseModelIds(id), known)?.endpoint !== 'other';
  const groupOf = (info: ModelInfo, isListed: boolean | null): OfferedModel['group'] => {
    if (info.endpoint === 'completions') return 'other';
    if (info.deprecated !== null) return 'deprecated';
    if (factsFrom(known, info.id) === null) return 'server';
    return isListed === false ? 'other' : 'current';
  };
  const allIds = [...requiredById.keys(), ...known.keys()].filter((id) => !NO_API_NAME.test(id));
  return {
    modelInfo,
    canChat: (id) =>
      makesText(id) &&
      modelInfo(id).endpoint === 'chat' &&
      (factsFrom(known, id) !== null || !NOT_FOR_CHAT.test(id)),
    listModels: (kind, listed) => {
      const isElsewhere = kind !== 'openai' && kind !== 'azure' && listed.length > 0;
      const datesById = new Map(listed.map(({ id, shutdownDate }) => [id, shutdownDate]));
      const ids = new Set([...datesById.keys(), ...(kind === 'demo' ? [] : allIds)]);
      const offered = (id: string): OfferedModel => {
        const facts = modelInfo(id);
        // What is stated beyond doubt stays; else the server knows best when it will stop.
        const date = requiredById.get(id)?.deprecated ?? datesById.get(id) ?? facts.deprecated;
        const info = { ...facts, deprecated: date };
        const isListed = listed.length === 0 ? null : datesById.has(id);
        const group = isElsewhere && isListed === false ? 'unlisted' : groupOf(info, isListed);
        return { ...info, group };
      };
      return [...ids].filter(makesText).map(offered).sort(byUse);
    },
  };
};

let loaded: Promise<Catalogue> | undefined;

/** The catalogue, loaded on first use and kept. */
export const loadCatalogue = (): Promise<Catalogue> => {
  loaded ??= Promise.all([loadKnownModels(), loadPrices()]).then(([known, priceOf]) =>
    catalogueOf(known, priceOf),
  );
  return loaded;
};

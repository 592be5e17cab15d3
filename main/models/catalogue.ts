import type { EndpointKind } from '../../preload/contract/endpoints';
import type { ModelInfo } from '../../preload/contract/models';
import type { ParamName } from '../../preload/contract/parameters';
import { baseModelIds } from './base-model';
import type { KnownModel, KnownModels } from './known-models';
import { loadKnownModels } from './known-models';
import type { RequiredModel } from './required-models';
import { requiredModels } from './required-models';

/** Everything known about models. */
export interface Catalogue {
  /** Facts of any id. What is not known is null, and nothing is then taken to be unsupported. */
  readonly modelInfo: (id: string) => ModelInfo;
  /**
   * The models to offer, current ones first. An OpenAI or Azure endpoint offers the whole catalogue and what it lists
   * itself; any other server only what it lists. Models known to make no text are left out.
   */
  readonly listModels: (kind: EndpointKind, endpointModelIds: readonly string[]) => readonly ModelInfo[];
}

/** OpenAI's reference: reasoning models take none of these. */
const NOT_FOR_REASONING: readonly ParamName[] = [
  'temperature',
  'topP',
  'presencePenalty',
  'frequencyPenalty',
];
/** OpenAI's reference on `stop`: "not supported with latest reasoning models o3 and o4-mini"; o1 takes it. */
const TAKES_STOP = /^o1/;
const NEW_BOUND_NAME = /^(o\d|gpt-([5-9]|\d\d))/;

const requiredById: ReadonlyMap<string, RequiredModel> = new Map(
  requiredModels.map((model) => [model.id, model]),
);

const firstFound = <V>(ids: readonly string[], map: ReadonlyMap<string, V>): V | undefined =>
  ids.map((id) => map.get(id)).find((value) => value !== undefined);

const unsupportedBy = (baseId: string, reasons: boolean): readonly ParamName[] => {
  if (!reasons) return ['reasoningEffort'];
  return TAKES_STOP.test(baseId) ? NOT_FOR_REASONING : [...NOT_FOR_REASONING, 'stop'];
};

const unknownModel = (id: string): ModelInfo => ({
  id,
  contextWindow: null,
  maxOutput: null,
  trainingData: null,
  endpoint: 'chat',
  encoding: null,
  aliasOf: null,
  deprecated: null,
  maxTokensName: 'max_tokens',
  unsupported: [],
});

const fromKnown = (id: string, baseId: string, known: KnownModel): ModelInfo => ({
  ...unknownModel(id),
  contextWindow: known.contextWindow,
  maxOutput: known.maxOutput,
  trainingData: known.trainingData,
  endpoint: known.endpoint === 'completions' ? 'completions' : 'chat',
  encoding: known.encoding,
  aliasOf: id === baseId ? known.aliasOf : null,
  deprecated: known.deprecated ? true : null,
  maxTokensName: NEW_BOUND_NAME.test(baseId) ? 'max_completion_tokens' : 'max_tokens',
  unsupported: unsupportedBy(baseId, known.reasons),
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
  deprecated: required.deprecated ?? (known?.deprecated ? true : null),
  unsupported: ['reasoningEffort'],
  ...(required.formerly !== undefined && id === required.id ? { formerly: required.formerly } : {}),
});

const modelInfoFrom = (known: KnownModels, id: string): ModelInfo => {
  const ids = baseModelIds(id);
  for (const baseId of ids) {
    const required = requiredById.get(baseId);
    if (required !== undefined) return fromRequired(id, required, known.get(baseId));
    const facts = known.get(baseId);
    if (facts !== undefined) return fromKnown(id, baseId, facts);
  }
  return unknownModel(id);
};

const byUse = (a: ModelInfo, b: ModelInfo): number =>
  Number(a.deprecated !== null) - Number(b.deprecated !== null) ||
  a.id.localeCompare(b.id, 'en', { numeric: true });

const catalogueOf = (known: KnownModels): Catalogue => {
  const modelInfo = (id: string): ModelInfo => modelInfoFrom(known, id);
  const makesText = (id: string): boolean =>
    requiredById.has(id) || firstFound(baseModelIds(id), known)?.endpoint !== 'other';
  const allIds = [...requiredById.keys(), ...known.keys()];
  return {
    modelInfo,
    listModels: (kind, endpointModelIds) => {
      const whole = kind === 'openai' || kind === 'azure' || endpointModelIds.length === 0;
      const ids = new Set([...endpointModelIds, ...(whole ? allIds : [])]);
      return [...ids].filter(makesText).map(modelInfo).sort(byUse);
    },
  };
};

let loaded: Promise<Catalogue> | undefined;

/** The catalogue, loaded on first use and kept. */
export const loadCatalogue = (): Promise<Catalogue> => {
  loaded ??= loadKnownModels().then(catalogueOf);
  return loaded;
};

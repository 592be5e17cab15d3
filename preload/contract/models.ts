import type { EndpointKind } from './endpoints';
import type { encodingNames, modelEndpoints, OwnFactName } from './own-facts';
import type { ParamName } from './parameters';
import type { ModelPrice } from './price';

/** Byte-pair encodings that can be counted exactly. */
export type EncodingName = (typeof encodingNames)[number];

/** What a model can be given beside text. */
export type Modality = 'text' | 'image' | 'audio';

/** What a model can do, as far as it is known. */
export type ModelFeature =
  | 'tools'
  | 'parallel_tool_calls'
  | 'json_mode'
  | 'structured_outputs'
  | 'seed'
  | 'vision';

/** What is known of a model. Null: not known. */
export interface ModelInfo {
  readonly id: string;
  /** Tokens that prompt and reply may have together. */
  readonly contextWindow: number | null;
  /** Tokens that a reply may have. */
  readonly maxOutput: number | null;
  /** Year and month up to which the model was trained, `YYYY-MM`. */
  readonly trainingData: string | null;
  readonly endpoint: (typeof modelEndpoints)[number];
  readonly encoding: EncodingName | null;
  readonly aliasOf: string | null;
  /** What the alias stood for before it moved, with the context window it had then. */
  readonly formerly?: { readonly aliasOf: string; readonly contextWindow: number };
  /** The day a deprecated model is shut down, `YYYY-MM-DD`, or `true` where only the fact is known. */
  readonly deprecated: string | true | null;
  /** OpenAI's list price, or what the person has set. */
  readonly price: ModelPrice | null;
  /** What it takes. Empty: not known. */
  readonly modalities: readonly Modality[];
  readonly features: readonly ModelFeature[];
  /** A word of warning. */
  readonly note: 'rarelyOffered' | null;
  /** Facts that the person has set; they win over every other source. */
  readonly setByYou: readonly OwnFactName[];
  /** The name under which the API takes the bound of the reply. */
  readonly maxTokensName: 'max_tokens' | 'max_completion_tokens';
  /** Settings that this model does not take. */
  readonly unsupported: readonly ParamName[];
}

/** What there is to say of a model that nothing is known of but its name. */
export const unknownFacts: Omit<ModelInfo, 'id'> = {
  contextWindow: null,
  maxOutput: null,
  trainingData: null,
  endpoint: 'chat',
  encoding: null,
  aliasOf: null,
  deprecated: null,
  price: null,
  modalities: [],
  features: [],
  note: null,
  setByYou: [],
  maxTokensName: 'max_tokens',
  unsupported: [],
};

/** Settings that only models of the legacy Completions endpoint take (OpenAI's reference). */
export const legacyParams: readonly ParamName[] = ['transcriptRule', 'suffix', 'echo', 'bestOf'];

/** False where it is known that a model takes no images: the legacy Completions endpoint has one text for all. */
export const takesImages = ({ endpoint, modalities }: Pick<ModelInfo, 'endpoint' | 'modalities'>): boolean =>
  endpoint === 'chat' && (modalities.length === 0 || modalities.includes('image'));

/**
 * Where a model stands in the list: `server` are those that the endpoint lists and nobody else knows, `other` those that
 * it does not list although it has a list, and those of the legacy Completions endpoint; `unlisted` are OpenAI's where
 * another server has a list without them: shown only to who searches, since a proxy may take them all the same.
 */
export const modelGroups = ['current', 'server', 'deprecated', 'other', 'unlisted'] as const;

/** A model as an endpoint offers it. */
export interface OfferedModel extends ModelInfo {
  readonly group: (typeof modelGroups)[number];
}

/** What an endpoint offers. */
export interface OfferedModels {
  readonly models: readonly OfferedModel[];
  /** Id of the model that is asked where none is chosen. */
  readonly defaultModel: string;
  /** Facts of the model that was asked about, where it is not offered; else null. */
  readonly asked: ModelInfo | null;
}

/** The one model of the server inside the app. */
export const DEMO_MODEL_ID = 'parlance-demo';

/**
 * The model that a chat's choice means on an endpoint of this kind; null: the endpoint's default one. The demo knows its
 * own model only, and nobody else knows that one: a chat that changes sides takes the default.
 */
export const modelMeant = (chosen: string, kind: EndpointKind): string | null => {
  const isKnownThere = (chosen === DEMO_MODEL_ID) === (kind === 'demo');
  return chosen !== '' && isKnownThere ? chosen : null;
};

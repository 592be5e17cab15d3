import type { EncodingName, Modality, ModelFeature } from '../../preload/contract/models';

/** What the metadata package says of a model. */
export interface KnownModel {
  readonly contextWindow: number | null;
  readonly maxOutput: number | null;
  readonly trainingData: string | null;
  /** `other`: images, speech, embeddings, or the Responses API alone. */
  readonly endpoint: 'chat' | 'completions' | 'other';
  readonly encoding: EncodingName;
  readonly aliasOf: string | null;
  readonly deprecated: boolean;
  readonly reasons: boolean;
  readonly modalities: readonly Modality[];
  readonly features: readonly ModelFeature[];
}

/** Model id → facts. */
export type KnownModels = ReadonlyMap<string, KnownModel>;

/** The fields read here; the package types each model as a literal of its own. */
interface SpecFields {
  readonly name: string;
  readonly context_window?: number | undefined;
  readonly max_output_tokens?: number | undefined;
  readonly knowledge_cutoff?: Date | undefined;
  readonly supported_endpoints: readonly string[];
  readonly modalities: { readonly input: readonly string[]; readonly output: readonly string[] };
  readonly supported_features?: readonly string[] | undefined;
  readonly reasoning_tokens?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
}

/** Encodings that differ from ours in special tokens only, which text never becomes. */
const SAME_RANKS: Readonly<Record<string, EncodingName>> = {
  o200k_base: 'o200k_base',
  o200k_harmony: 'o200k_harmony',
  cl100k_base: 'cl100k_base',
  p50k_base: 'p50k_base',
  p50k_edit: 'p50k_base',
  r50k_base: 'r50k_base',
  gpt2: 'r50k_base',
};

const MODALITIES: readonly Modality[] = ['text', 'image', 'audio'];

/** The package's names of what we show. */
const FEATURES: readonly (readonly [theirs: string, ours: ModelFeature])[] = [
  ['function_calling', 'tools'],
  ['structured_outputs', 'structured_outputs'],
  ['image_input', 'vision'],
];

const endpointOf = ({ supported_endpoints: endpoints, modalities }: SpecFields): KnownModel['endpoint'] => {
  if (modalities.output.some((modality) => modality !== 'text')) return 'other';
  if (endpoints.includes('chat_completions')) return 'chat';
  return endpoints.includes('completions') ? 'completions' : 'other';
};

const knownModel = (id: string, spec: SpecFields, encoding: string | undefined): KnownModel => ({
  contextWindow: spec.context_window ?? null,
  maxOutput: spec.max_output_tokens ?? null,
  trainingData: spec.knowledge_cutoff?.toISOString().slice(0, 7) ?? null,
  endpoint: endpointOf(spec),
  // The package lists only older encodings by model; its own default for the others is o200k_base.
  encoding: SAME_RANKS[encoding ?? ''] ?? 'o200k_base',
  aliasOf: spec.name === id ? null : spec.name,
  deprecated: spec.deprecated === true,
  reasons: spec.reasoning_tokens === true,
  modalities: MODALITIES.filter((modality) => spec.modalities.input.includes(modality)),
  features: FEATURES.filter(([theirs]) => spec.supported_features?.includes(theirs)).map(([, ours]) => ours),
});

/** Loads the metadata of `gpt-tokenizer` (57 KB), so only when models are first asked for. Prices in it are wrong. */
export const loadKnownModels = async (): Promise<KnownModels> => {
  const [specs, { modelToEncodingMap }] = await Promise.all([
    import('gpt-tokenizer/models'),
    import('gpt-tokenizer/mapping'),
  ]);
  const encodings: Readonly<Record<string, string>> = modelToEncodingMap;
  const known = new Map<string, KnownModel>();
  for (const [id, spec] of Object.entries(specs)) {
    // The module's types also name the module itself.
    if ('modalities' in spec) known.set(id, knownModel(id, spec, encodings[id]));
  }
  return known;
};

import type { EndpointKind } from './endpoints';
import type { ParamName } from './parameters';

/** Byte-pair encodings that can be counted exactly. */
export type EncodingName = 'o200k_base' | 'cl100k_base' | 'p50k_base' | 'r50k_base' | 'o200k_harmony';

/** What is known of a model. Null: not known. */
export interface ModelInfo {
  readonly id: string;
  /** Tokens that prompt and reply may have together. */
  readonly contextWindow: number | null;
  /** Tokens that a reply may have. */
  readonly maxOutput: number | null;
  /** Year and month up to which the model was trained, `YYYY-MM`. */
  readonly trainingData: string | null;
  readonly endpoint: 'chat' | 'completions';
  readonly encoding: EncodingName | null;
  readonly aliasOf: string | null;
  /** What the alias stood for before it moved, with the context window it had then. */
  readonly formerly?: { readonly aliasOf: string; readonly contextWindow: number };
  /** Date of deprecation, `YYYY-MM-DD`, or `true` where only the fact is known. */
  readonly deprecated: string | true | null;
  /** The name under which the API takes the bound of the reply. */
  readonly maxTokensName: 'max_tokens' | 'max_completion_tokens';
  /** Settings that this model does not take. */
  readonly unsupported: readonly ParamName[];
}

/** What an endpoint offers. */
export interface OfferedModels {
  readonly models: readonly ModelInfo[];
  /** Id of the model that is asked where none is chosen. */
  readonly defaultModel: string;
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

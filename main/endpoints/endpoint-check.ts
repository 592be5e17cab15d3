import type { EndpointInput } from '../../preload/contract/endpoints';
import { cleanApiKey } from './api-key';
import { invalidUrl, normaliseBaseUrl, OPENAI_BASE_URL, originOf } from './base-url';
import type { SavedEndpoint } from './registry-state';

/** An `EndpointInput` that may be saved. A null key keeps the stored one. */
export interface CheckedEndpoint {
  readonly endpoint: Omit<SavedEndpoint, 'id'>;
  readonly apiKey: string | null;
}

const API_VERSION = /^[A-Za-z0-9.-]{1,40}$/;

const baseUrlOf = ({ kind, baseUrl }: EndpointInput): string =>
  kind === 'openai' && baseUrl.trim() === '' ? OPENAI_BASE_URL : normaliseBaseUrl(baseUrl);

// Which parameters a request has depends on the kind, so it follows the server that really answers.
const kindOf = ({ kind }: EndpointInput, baseUrl: string): SavedEndpoint['kind'] => {
  if (kind === 'azure') return 'azure';
  return originOf(baseUrl) === originOf(OPENAI_BASE_URL) ? 'openai' : 'compatible';
};

const apiVersionOf = ({ kind, apiVersion }: EndpointInput): string | null => {
  const version = apiVersion?.trim() ?? '';
  if (kind !== 'azure' || version === '') return null;
  if (!API_VERSION.test(version)) throw invalidUrl('apiVersion');
  return version;
};

/** Checks what was typed in Settings. Errors: `endpoint.invalidUrl`, `endpoint.invalidKey`, each with a `reason`. */
export const checkEndpoint = (input: EndpointInput): CheckedEndpoint => {
  const baseUrl = baseUrlOf(input);
  return {
    endpoint: { kind: kindOf(input, baseUrl), baseUrl, apiVersion: apiVersionOf(input) },
    apiKey: input.apiKey === null ? null : cleanApiKey(input.apiKey),
  };
};

import type { EndpointKind } from '../../preload/contract/endpoints';

/** An endpoint ready for a request. Holds the key, so it never leaves main. */
export interface ResolvedEndpoint {
  readonly id: string;
  readonly kind: EndpointKind;
  /** http or https, without a trailing slash. */
  readonly baseUrl: string;
  /** Azure OpenAI's `api-version`; null elsewhere. */
  readonly apiVersion: string | null;
  /** Null where the server needs none. */
  readonly apiKey: string | null;
}

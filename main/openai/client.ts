import type { OpenAI } from 'openai';
import { Failure } from '../../preload/contract/result';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import type { BodyGuard } from './answer-bytes';
import type { ErrorContext } from './api-error';
import type { RetryNotice } from './guarded-fetch';
import { guardedFetch } from './guarded-fetch';
import { apiBaseUrl } from './request-url';
import type { OnWake } from './sleep';
import type { Wire } from './wire';
import { newWire } from './wire';

/** How a client reaches its server. */
export interface ClientOptions {
  /** Electron's session fetch in the app (system proxy and certificates), Node's in tests. */
  readonly fetch: typeof fetch;
  /** Milliseconds without a byte from the server after which a request is given up. */
  readonly silenceMs: number;
  /** Told each time the computer has been asleep. Returns the undo. */
  readonly onWake?: OnWake | undefined;
  /** How often a request that failed for a passing reason is made again; 2 as in the SDK when absent. */
  readonly maxRetries?: number;
  readonly signal?: AbortSignal;
  /** Called before the wait for each retry. */
  readonly onRetry?: (notice: RetryNotice) => void;
}

/** A client for one endpoint and one job, with what is needed to explain its failures. */
export interface ApiClient {
  readonly sdk: OpenAI;
  readonly context: ErrorContext;
  /** How long its answers are waited for. */
  readonly guard: BodyGuard;
  /** What the last request and its answer really were. */
  readonly wire: Readonly<Wire>;
}

const DEFAULT_MAX_RETRIES = 2;
/** The SDK insists on a key. It never gets the real one: the guarded fetch sends that. */
const KEY_PLACEHOLDER = 'held-by-parlance';

const authHeaderOf = ({ kind, apiKey }: ResolvedEndpoint): readonly [string, string] | null => {
  if (apiKey === null || apiKey === '') return null;
  // Fetch would refuse it with a message that quotes it.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) throw new Failure('endpoint.invalidKey', 'the key cannot be a header');
  return kind === 'azure' ? ['api-key', apiKey] : ['authorization', `Bearer ${apiKey}`];
};

/**
 * Opens a client. Nothing is sent yet. Reads no `OPENAI_*` environment variable: what is null here stays unset.
 * The SDK is loaded on first use (it costs about 80 ms).
 * @throws Failure `endpoint.invalidKey` for a key that no header can carry.
 */
export const openClient = async (endpoint: ResolvedEndpoint, options: ClientOptions): Promise<ApiClient> => {
  const { OpenAI, AzureOpenAI } = await import('openai');
  const context = { host: new URL(endpoint.baseUrl).host, apiKey: endpoint.apiKey };
  const guard = { host: context.host, silenceMs: options.silenceMs, onWake: options.onWake };
  const wire = newWire();
  const maxRetries = options.maxRetries ?? DEFAULT_MAX_RETRIES;
  const authHeader = authHeaderOf(endpoint);
  const common = {
    apiKey: KEY_PLACEHOLDER,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // Its logs hold replies.
    logLevel: 'off' as const,
    timeout: options.silenceMs,
    maxRetries,
    fetch: guardedFetch({ ...options, context, guard, authHeader, maxRetries, wire }),
  };
  if (endpoint.kind !== 'azure')
    return { sdk: new OpenAI({ ...common, baseURL: endpoint.baseUrl }), context, guard, wire };
  const baseURL = apiBaseUrl(endpoint);
  const { apiVersion } = endpoint;
  const sdk =
    apiVersion === null
      ? new OpenAI({ ...common, baseURL })
      : new AzureOpenAI({ ...common, baseURL, apiVersion });
  return { sdk, context, guard, wire };
};

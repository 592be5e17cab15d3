import type { ConnectionReport } from '../../preload/contract/endpoints';
import { fetchModels } from '../models/fetch-models';
import type { ClientOptions } from '../openai/client';
import { openClient } from '../openai/client';
import type { ResolvedEndpoint } from './resolved-endpoint';

/** A person waits for this answer, so it is not awaited as long as a reply. */
const MAX_WAIT_MS = 15_000;

/**
 * Lists an endpoint's models once, without retries.
 * @returns how many there are and how long the answer took, in milliseconds.
 * @throws Failure with an `api.…` code, as a reply would have failed.
 */
export const testConnection = async (
  endpoint: ResolvedEndpoint,
  options: Pick<ClientOptions, 'fetch' | 'silenceMs'>,
): Promise<ConnectionReport> => {
  const client = await openClient(endpoint, {
    fetch: options.fetch,
    silenceMs: Math.min(options.silenceMs, MAX_WAIT_MS),
    maxRetries: 0,
  });
  const startedAt = performance.now();
  const models = await fetchModels(client);
  return { modelCount: models.length, milliseconds: Math.round(performance.now() - startedAt) };
};

import type { LocalServer } from '../../preload/contract/endpoints';
import { fetchModels } from '../models/fetch-models';
import { openClient } from '../openai/client';

/** A program that serves models on this computer, and the port it uses unless told otherwise. */
export interface LocalCandidate {
  readonly name: string;
  readonly port: number;
}

/** Default ports, from each program's own documentation. */
const localCandidates: readonly LocalCandidate[] = [
  { name: 'Ollama', port: 11434 },
  { name: 'LM Studio', port: 1234 },
  { name: 'llama.cpp', port: 8080 },
  { name: 'vLLM', port: 8000 },
  { name: 'Jan', port: 1337 },
  { name: 'KoboldCpp', port: 5001 },
];

/** A loopback server that is there answers at once. */
const PROBE_TIMEOUT_MS = 1_500;

const probe = async (
  { name, port }: LocalCandidate,
  fetchImpl: typeof fetch,
  timeoutMs: number,
): Promise<LocalServer | null> => {
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const endpoint = { id: 'probe', kind: 'compatible', baseUrl, apiVersion: null, apiKey: null } as const;
  try {
    const client = await openClient(endpoint, { fetch: fetchImpl, silenceMs: timeoutMs, maxRetries: 0 });
    const models = await fetchModels(client, AbortSignal.timeout(timeoutMs));
    return { name, baseUrl, modelCount: models.length };
  } catch {
    // Nothing there, or something that is no model server: both mean "not found".
    return null;
  }
};

/**
 * Looks for model servers on this computer's loopback, all ports at once. No key is sent. A port counts when
 * `/v1/models` answers with a list as OpenAI's API has it. Takes at most 1.5 s.
 */
export const findLocalServers = async (
  fetchImpl: typeof fetch,
  candidates: readonly LocalCandidate[] = localCandidates,
  timeoutMs = PROBE_TIMEOUT_MS,
): Promise<readonly LocalServer[]> => {
  const found = await Promise.all(candidates.map((candidate) => probe(candidate, fetchImpl, timeoutMs)));
  return found.filter((server) => server !== null);
};

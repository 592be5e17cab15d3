import { cleanApiKey } from './api-key';
import { isLoopbackHost, normaliseBaseUrl, OPENAI_BASE_URL } from './base-url';

/** The endpoint that the OpenAI SDKs would take from the environment. Its key is never written to disk. */
export interface EnvironmentEndpoint {
  /** As it is set if it is no URL; then `origin` is null and nothing may be sent. */
  readonly baseUrl: string;
  readonly origin: string | null;
  readonly apiKey: string | null;
  /** True when `OPENAI_API_KEY` is set to something that no key can be. */
  readonly isKeyUnusable: boolean;
}

const orNull = (read: () => string): string | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

/** Reads `OPENAI_API_KEY` and `OPENAI_BASE_URL`; null when neither is set. */
export const readEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
): EnvironmentEndpoint | null => {
  const typedKey = env.OPENAI_API_KEY?.trim() ?? '';
  const typedUrl = env.OPENAI_BASE_URL?.trim() ?? '';
  if (typedKey === '' && typedUrl === '') return null;
  const apiKey = typedKey === '' ? null : orNull(() => cleanApiKey(typedKey));
  const baseUrl = typedUrl === '' ? OPENAI_BASE_URL : orNull(() => normaliseBaseUrl(typedUrl));
  return {
    baseUrl: baseUrl ?? typedUrl,
    origin: baseUrl === null ? null : new URL(baseUrl).origin,
    apiKey,
    isKeyUnusable: typedKey !== '' && apiKey === null,
  };
};

/** The environment's key, where it may go: to the origin it was set for, and to this computer. Else null. */
export const environmentKeyFor = (
  environment: EnvironmentEndpoint | null,
  baseUrl: string,
): string | null => {
  if (environment === null) return null;
  const { origin, hostname } = new URL(baseUrl);
  return origin === environment.origin || isLoopbackHost(hostname) ? environment.apiKey : null;
};

import type { EndpointInfo, KeyInfo } from '../../preload/contract/endpoints';
import { NO_KEY } from '../vault/api-keys';
import { lastFourOf } from '../vault/last-four';
import { originOf } from './base-url';
import { endpointName } from './endpoint-name';
import { type EnvironmentEndpoint, environmentKeyFor } from './environment-endpoint';
import type { SavedEndpoint } from './registry-state';

/** Ids of the endpoints that are not stored. */
export const DEMO_ID = 'demo';
export const ENVIRONMENT_ID = 'environment';

/** The server inside the app, as it is listed. Its real address is found out when it is used. */
export const DEMO_INFO: EndpointInfo = {
  id: DEMO_ID,
  kind: 'demo',
  name: 'Demo',
  baseUrl: 'demo',
  apiVersion: null,
  key: NO_KEY,
};

const environmentKeyInfo = (key: string | null): KeyInfo =>
  key === null ? NO_KEY : { stored: true, lastFour: lastFourOf(key), method: 'environment' };

/** The environment's endpoint, as it is listed. */
export const environmentInfo = ({ baseUrl, origin, apiKey }: EnvironmentEndpoint): EndpointInfo => {
  const isOpenAi = origin === 'https://api.openai.com';
  return {
    id: ENVIRONMENT_ID,
    kind: isOpenAi ? 'openai' : 'compatible',
    name: endpointName(isOpenAi ? 'openai' : 'compatible', baseUrl),
    baseUrl,
    apiVersion: null,
    key: environmentKeyInfo(apiKey),
  };
};

/** A saved endpoint, as it is listed. Without a key of its own it may have the environment's. */
export const savedInfo = (
  saved: SavedEndpoint,
  keyInfo: (endpointId: string, origin: string) => KeyInfo,
  environment: EnvironmentEndpoint | null,
): EndpointInfo => {
  const own = keyInfo(saved.id, originOf(saved.baseUrl));
  return {
    ...saved,
    name: endpointName(saved.kind, saved.baseUrl),
    key: own.stored ? own : environmentKeyInfo(environmentKeyFor(environment, saved.baseUrl)),
  };
};

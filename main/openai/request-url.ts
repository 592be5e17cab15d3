import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';

/** Azure's resource URL, with or without the path that its portal shows. */
const azureBaseUrl = ({ baseUrl, apiVersion }: ResolvedEndpoint): string => {
  const root = /\/openai(\/|$)/.test(new URL(baseUrl).pathname) ? baseUrl : `${baseUrl}/openai`;
  // Without an api-version only the newer `/openai/v1` surface can be spoken.
  return apiVersion === null && !root.endsWith('/v1') ? `${root}/v1` : root;
};

/** The URL that paths of the API are appended to. */
export const apiBaseUrl = (endpoint: ResolvedEndpoint): string =>
  endpoint.kind === 'azure' ? azureBaseUrl(endpoint) : endpoint.baseUrl;

/** The paths of the API that make a reply. */
const PATHS = { chat: '/chat/completions', completions: '/completions' } as const;

/** The URL that a completion of this model is asked at, as the SDK makes it. */
export const completionUrl = (
  endpoint: ResolvedEndpoint,
  modelId: string,
  modelEndpoint: keyof typeof PATHS = 'chat',
): string => {
  const url = new URL(apiBaseUrl(endpoint));
  const isDeployment = endpoint.kind === 'azure' && endpoint.apiVersion !== null;
  if (isDeployment && !url.pathname.split('/').includes('deployments'))
    url.pathname += `/deployments/${encodeURIComponent(modelId)}`;
  url.pathname = `${url.pathname.replace(/\/$/, '')}${PATHS[modelEndpoint]}`;
  if (isDeployment) url.search = `?api-version=${encodeURIComponent(endpoint.apiVersion ?? '')}`;
  return url.href;
};

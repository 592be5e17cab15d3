import type { EndpointKind } from '../../preload/contract/endpoints';

/** Services by their API's host. Their names are the same in every language. */
const SERVICES: Readonly<Record<string, string>> = {
  'api.openai.com': 'OpenAI',
  'openrouter.ai': 'OpenRouter',
  'api.deepseek.com': 'DeepSeek',
};

/** What an endpoint is called in lists: a known service, or the host (with its port) the requests go to. */
export const endpointName = (kind: Exclude<EndpointKind, 'demo'>, baseUrl: string): string => {
  if (!URL.canParse(baseUrl)) return baseUrl;
  const { host } = new URL(baseUrl);
  return kind === 'azure' ? `Azure OpenAI (${host})` : (SERVICES[host] ?? host);
};

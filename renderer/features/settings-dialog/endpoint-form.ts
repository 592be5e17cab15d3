import type { EndpointInfo, EndpointInput } from '../../../preload/contract/endpoints';

/** The base URL of OpenAI's own API. */
const OPENAI_BASE_URL = 'https://api.openai.com/v1';

/** What the person can tell apart; whether a server is OpenAI's own follows from its address. */
export type EndpointType = 'compatible' | 'azure';

/** An endpoint as it is being typed. */
export interface EndpointForm {
  /** Null makes a new endpoint. */
  readonly id: string | null;
  readonly type: EndpointType;
  readonly baseUrl: string;
  readonly apiVersion: string;
  /** Empty keeps the stored key. */
  readonly apiKey: string;
}

/** A form for an endpoint that does not exist yet. */
export const emptyForm: EndpointForm = {
  id: null,
  type: 'compatible',
  baseUrl: OPENAI_BASE_URL,
  apiVersion: '',
  apiKey: '',
};

/** True for endpoints that the person saved, and so can change. */
export const isSaved = (endpoint: EndpointInfo | null): endpoint is EndpointInfo =>
  endpoint !== null && endpoint.kind !== 'demo' && endpoint.id !== 'environment';

/** The form of an endpoint. The demo has no address of its own: it leads to a form for a new one. */
export const formOf = (endpoint: EndpointInfo | null): EndpointForm =>
  endpoint !== null && endpoint.kind !== 'demo'
    ? {
        id: endpoint.id,
        type: endpoint.kind === 'azure' ? 'azure' : 'compatible',
        baseUrl: endpoint.baseUrl,
        apiVersion: endpoint.apiVersion ?? '',
        apiKey: '',
      }
    : emptyForm;

const hostOf = (url: string): string | null => {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
};

/** True when the form holds what is not saved; a new endpoint is not saved at all. */
export const isChanged = (form: EndpointForm, endpoint: EndpointInfo | null): boolean => {
  if (endpoint === null) return true;
  const typed = inputOf(form);
  const before = inputOf(formOf(endpoint));
  return (
    typed.apiKey !== null ||
    typed.kind !== before.kind ||
    typed.baseUrl !== before.baseUrl ||
    typed.apiVersion !== before.apiVersion
  );
};

const originOf = (url: string): string | null => {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
};

/** True when the endpoint's key goes to the address in the form too: main binds a key to its origin. */
export const keepsKey = (form: EndpointForm, { key, baseUrl }: EndpointInfo): boolean => {
  const typed = form.baseUrl.trim();
  // Main adds a scheme where none is typed.
  const origins = [typed, `https://${typed}`, `http://${typed}`].map(originOf);
  return key.stored && (typed === baseUrl || origins.includes(originOf(baseUrl)));
};

/** What is asked of main for a form. Main checks address and key; spaces around them are of no use to anyone. */
export const inputOf = ({ id, type, baseUrl, apiVersion, apiKey }: EndpointForm): EndpointInput => {
  const url = baseUrl.trim();
  const openAi = hostOf(url) === hostOf(OPENAI_BASE_URL);
  return {
    id,
    kind: type === 'azure' ? 'azure' : openAi ? 'openai' : 'compatible',
    baseUrl: url,
    apiVersion: type === 'azure' && apiVersion.trim() !== '' ? apiVersion.trim() : null,
    apiKey: apiKey.trim() === '' ? null : apiKey.trim(),
  };
};

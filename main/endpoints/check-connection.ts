import { type CheckFinding, type CheckStep, checkSteps } from '../../preload/contract/network';
import { type AppError, type ErrorCode, toAppError } from '../../preload/contract/result';
import { fetchModels, type ListedModel } from '../models/fetch-models';
import type { ApiNetwork } from '../network/api-session';
import { proxyIn } from '../network/ledger';
import { openClient } from '../openai/client';
import { networkFailureOf } from '../openai/network-error';
import { isLoopbackHost } from './base-url';
import type { ResolvedEndpoint } from './resolved-endpoint';

/** A person waits for this answer. */
const MAX_WAIT_MS = 10_000;

/** Which link of the chain an error belongs to; what is not named here is no answer of a model server. */
const STEP_OF: Partial<Readonly<Record<ErrorCode, CheckStep>>> = {
  'api.proxy': 'proxy',
  'api.dns': 'name',
  'api.refused': 'connection',
  'api.offline': 'connection',
  'api.network': 'connection',
  'api.timeout': 'connection',
  'api.silence': 'connection',
  'api.cut': 'connection',
  'api.tls': 'certificate',
  'api.unauthorized': 'key',
  'api.forbidden': 'key',
  'api.quota': 'key',
  'api.rateLimited': 'key',
};

/** What the check is made with. */
export interface CheckDeps {
  readonly network: Pick<ApiNetwork, 'ready' | 'routeTo' | 'resolveHost' | 'fetchFor'>;
  /** The model that is asked next; empty: whichever the server lists. */
  readonly model: string;
}

const resolveError = async (network: CheckDeps['network'], host: string): Promise<AppError | null> => {
  try {
    await network.resolveHost(host);
    return null;
  } catch (thrown) {
    const failure = networkFailureOf(thrown);
    return { code: failure?.code ?? 'api.dns', message: failure?.reason ?? '', detail: { host } };
  }
};

const problemOf = (work: Promise<unknown>): Promise<AppError | null> =>
  work.then(
    () => null,
    (thrown: unknown) => toAppError(thrown),
  );

type Answer = { readonly models: readonly ListedModel[] } | { readonly error: AppError };

const answerOf = async (endpoint: ResolvedEndpoint, fetch: typeof globalThis.fetch): Promise<Answer> => {
  try {
    const client = await openClient(endpoint, { fetch, silenceMs: MAX_WAIT_MS, maxRetries: 0 });
    return { models: await fetchModels(client) };
  } catch (thrown) {
    return { error: toAppError(thrown) };
  }
};

interface Chain {
  readonly proxy: string | null;
  readonly host: string;
  readonly path: string;
  readonly isSecure: boolean;
  readonly hasKey: boolean;
  readonly model: string;
}

const detailOf = (step: CheckStep, chain: Chain): string => {
  if (step === 'proxy') return chain.proxy ?? '';
  if (step === 'name') return chain.host.replace(/:\d+$/, '');
  if (step === 'connection') return chain.host;
  if (step === 'address') return chain.path;
  return step === 'model' ? chain.model : '';
};

/** Links that this way does not have: names are looked up by the proxy where there is one. */
const isNeeded = (step: CheckStep, { proxy, isSecure, hasKey, model }: Chain): boolean => {
  const needed: Partial<Record<CheckStep, boolean>> = {
    proxy: proxy !== null,
    name: proxy === null,
    certificate: isSecure,
    key: hasKey,
    model: model !== '',
  };
  return needed[step] ?? true;
};

const findings = (chain: Chain, broken: { step: CheckStep; error: AppError } | null): CheckFinding[] => {
  const at = broken === null ? checkSteps.length : checkSteps.indexOf(broken.step);
  return checkSteps.map((step, index) => {
    const detail = detailOf(step, chain);
    if (broken !== null && index === at) return { step, state: 'failed', detail, error: broken.error };
    if (!isNeeded(step, chain)) return { step, state: 'none', detail: '', error: null };
    return { step, state: index < at ? 'ok' : 'notReached', detail, error: null };
  });
};

const brokenBy = (answer: Answer, { model }: Chain): { step: CheckStep; error: AppError } | null => {
  if ('error' in answer) return { step: STEP_OF[answer.error.code] ?? 'address', error: answer.error };
  if (model === '' || answer.models.some(({ id }) => id === model)) return null;
  return { step: 'model', error: { code: 'api.modelNotFound', message: '', detail: { model } } };
};

/**
 * Goes link by link from here to the server and says which one is broken: the proxy, the name, the connection, the
 * certificate, the address, the key or the model. Asks the server once, for its list of models.
 * @returns a finding for every link, in order. A broken link is a finding, not an error.
 */
export const checkConnection = async (
  endpoint: ResolvedEndpoint,
  { network, model }: CheckDeps,
): Promise<readonly CheckFinding[]> => {
  const url = new URL(endpoint.baseUrl);
  const unready = isLoopbackHost(url.hostname) ? null : await problemOf(network.ready());
  const proxy = proxyIn(await network.routeTo(url.href));
  const chain: Chain = {
    proxy,
    host: url.host,
    path: url.pathname,
    isSecure: url.protocol === 'https:',
    hasKey: endpoint.apiKey !== null && endpoint.apiKey !== '',
    model,
  };
  if (unready !== null) return findings(chain, { step: 'proxy', error: unready });
  const resolved = proxy === null ? await resolveError(network, url.hostname) : null;
  if (resolved !== null) return findings(chain, { step: STEP_OF[resolved.code] ?? 'name', error: resolved });
  return findings(chain, brokenBy(await answerOf(endpoint, network.fetchFor('test')), chain));
};

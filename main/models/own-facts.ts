import type { ModelInfo } from '../../preload/contract/models';
import type { OwnFactName } from '../../preload/contract/own-facts';
import type { Settings } from '../../preload/contract/settings';
import { unsupportedAt } from './unsupported-params';

/** The facts that a person can set, in the order they are shown. */
const NAMES: readonly OwnFactName[] = ['contextWindow', 'maxOutput', 'encoding', 'endpoint', 'price'];

/** Nothing is known of what a model takes where nobody else has asked it. */
const askedAt = (endpoint: ModelInfo['endpoint'], { id }: ModelInfo) => ({
  endpoint,
  unsupported: unsupportedAt(endpoint, id, []),
});

/** What the person has set of a model wins over every other source. */
export const withOwnFacts = <I extends ModelInfo>(info: I, factsById: Settings['modelFacts']): I => {
  const own = Object.hasOwn(factsById, info.id) ? factsById[info.id] : undefined;
  if (own === undefined) return info;
  return {
    ...info,
    contextWindow: own.contextWindow ?? info.contextWindow,
    maxOutput: own.maxOutput ?? info.maxOutput,
    encoding: own.encoding ?? info.encoding,
    ...(own.endpoint === undefined || own.endpoint === info.endpoint ? {} : askedAt(own.endpoint, info)),
    price: own.price === undefined ? info.price : { ...own.price, cacheWrite: null, long: null },
    setByYou: NAMES.filter((name) => own[name] !== undefined),
  };
};

import type { ModelInfo } from '../../preload/contract/models';
import type { OwnFactName } from '../../preload/contract/own-facts';
import type { Settings } from '../../preload/contract/settings';

/** The facts that a person can set, in the order they are shown. */
const NAMES: readonly OwnFactName[] = ['contextWindow', 'maxOutput', 'encoding', 'price'];

/** What the person has set of a model wins over every other source. */
export const withOwnFacts = <I extends ModelInfo>(info: I, factsById: Settings['modelFacts']): I => {
  const own = Object.hasOwn(factsById, info.id) ? factsById[info.id] : undefined;
  if (own === undefined) return info;
  return {
    ...info,
    contextWindow: own.contextWindow ?? info.contextWindow,
    maxOutput: own.maxOutput ?? info.maxOutput,
    encoding: own.encoding ?? info.encoding,
    price: own.price === undefined ? info.price : { ...own.price, cacheWrite: null, long: null },
    setByYou: NAMES.filter((name) => own[name] !== undefined),
  };
};

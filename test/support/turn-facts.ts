import type { CountingRule } from '../../main/backstage/counting-rule';
import type { FinishedAnswer } from '../../main/backstage/protocol-answers';

/** How prompts are counted for a model of OpenAI's. */
export const RULE: CountingRule = {
  encoding: 'o200k_base',
  contextWindow: 128_000,
  reservedTokens: 4096,
  replyBound: 16_384,
  perMessage: 3,
  perName: 1,
  priming: 3,
};

/** Of an answer that a server has said nothing about. */
export const NO_FACTS: FinishedAnswer['facts'] = {
  answeredModel: null,
  finishReason: 'stop',
  usage: null,
  systemFingerprint: null,
  requestId: null,
  timings: null,
  error: null,
  received: null,
};

/** What a turn is begun with by a program that only writes: a window without a bound, counted the quick way. */
export const QUICK_TURN = {
  options: { model: 'm', params: {} },
  endpointId: 'demo',
  rule: { ...RULE, encoding: 'cl100k_base', contextWindow: null, reservedTokens: 0, replyBound: null },
  request: { url: 'http://127.0.0.1:1', body: {} },
  price: null,
} as const;

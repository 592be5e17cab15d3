import type { TFunction } from 'i18next';
import type { AnswerFacts } from '../../../preload/contract/history';

/** A fact by its name. */
export type FactLine = readonly [name: string, value: string];

/**
 * Completion tokens per second from the first token to the end, of all answers of the request together, as usage is;
 * null where the server told no usage, and where no time passed between.
 */
export const tokensPerSecond = ({
  usage,
  timings,
}: Pick<AnswerFacts, 'usage' | 'timings'>): number | null => {
  if (usage === null || timings === null || timings.firstTokenMs === null) return null;
  const seconds = (timings.totalMs - timings.firstTokenMs) / 1000;
  return seconds > 0 ? usage.completionTokens / seconds : null;
};

const promptText = (t: TFunction, count: Intl.NumberFormat, facts: AnswerFacts): string | null => {
  const { usage, estimate } = facts;
  if (estimate === null) return usage === null ? null : count.format(usage.promptTokens);
  const estimated = count.format(estimate.promptTokens);
  if (usage === null) {
    return estimate.exact
      ? t('request.facts.promptExpected', { estimated })
      : t('request.facts.promptExpectedAbout', { estimated });
  }
  const counted = count.format(usage.promptTokens);
  return estimate.exact
    ? t('request.facts.promptBoth', { counted, estimated })
    : t('request.facts.promptAbout', { counted, estimated });
};

/** What is known of an answer beside its JSON, in the order it is shown; what is not known is left out. */
export const factLines = (t: TFunction, language: string, facts: AnswerFacts): readonly FactLine[] => {
  const count = new Intl.NumberFormat(language);
  const ms = (value: number | null | undefined) =>
    value === null || value === undefined ? null : t('request.facts.ms', { ms: count.format(value) });
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? null : count.format(value);
  const speed = tokensPerSecond(facts);
  const lines: readonly (readonly [string, string | null])[] = [
    [t('request.facts.status'), facts.received === null ? null : String(facts.received.status)],
    [t('request.facts.requestId'), facts.requestId],
    [t('request.facts.model'), facts.answeredModel],
    [t('request.facts.fingerprint'), facts.systemFingerprint],
    [t('request.facts.finish'), facts.finishReason],
    [t('request.facts.tries'), number(facts.sent?.tries)],
    [t('request.facts.prompt'), promptText(t, count, facts)],
    [t('request.facts.completion'), number(facts.usage?.completionTokens)],
    [t('request.facts.head'), ms(facts.timings?.headersMs)],
    [t('request.facts.firstToken'), ms(facts.timings?.firstTokenMs)],
    [t('request.facts.total'), ms(facts.timings?.totalMs)],
    [t('request.facts.speed'), speed === null ? null : speed.toFixed(1)],
  ];
  return lines.filter((line): line is FactLine => line[1] !== null);
};

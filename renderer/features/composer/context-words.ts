import type { TFunction } from 'i18next';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import { compactTokens } from '../../i18n/numbers';
import { sentences } from '../../i18n/sentences';

const grouped = (language: string) => new Intl.NumberFormat(language);

const tokensText = (t: TFunction, language: string, estimate: ContextEstimate): string => {
  const { format } = grouped(language);
  const used = format(estimate.promptTokens);
  if (estimate.contextWindow === null) return t('context.unknownWindow', { used });
  const numbers = { used, window: format(estimate.contextWindow), reserved: format(estimate.reservedTokens) };
  return estimate.exact ? t('context.exact', numbers) : t('context.about', numbers);
};

/**
 * What the meter says in words, with what is reserved for the reply.
 * @param cost of the prompt, as text; null: not known.
 */
export const usageText = (
  t: TFunction,
  language: string,
  estimate: ContextEstimate | null,
  cost: string | null = null,
): string => {
  if (estimate === null) return t('context.notCounted');
  const text = tokensText(t, language, estimate);
  return cost === null ? text : t('cost.prompt', { text, cost });
};

/** The same in few characters. */
export const shortUsageText = (t: TFunction, estimate: ContextEstimate): string => {
  const { format } = compactTokens;
  const used = `${estimate.exact ? '' : '≈'}${format(estimate.promptTokens)}`;
  if (estimate.contextWindow === null) return t('context.shortUnknown', { used });
  return t('context.short', { used, window: format(estimate.contextWindow) });
};

const leftOutText = (t: TFunction, language: string, estimate: ContextEstimate): string => {
  const { omittedCount: count, overTokens, rule } = estimate;
  if (count === 0) return '';
  if (rule === 'ask') return t('budget.asks', { count, tokens: grouped(language).format(overTokens) });
  return rule === 'keepPinned' ? t('budget.omitted', { count }) : t('context.omitted', { count });
};

/** What will not be sent; empty when all of it will be. */
export const noteText = (t: TFunction, language: string, estimate: ContextEstimate | null): string => {
  if (estimate === null) return '';
  if (!estimate.fits) return t('context.doesNotFit');
  const { imagesLeftOut: images = 0, callsLeftOut: calls = 0 } = estimate;
  return sentences(
    leftOutText(t, language, estimate),
    images === 0 ? '' : t('budget.imagesLeftOut', { count: images }),
    calls === 0 ? '' : t('tools.leftOut', { count: calls }),
  );
};

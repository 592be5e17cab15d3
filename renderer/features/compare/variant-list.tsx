import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import type { OfferedModel } from '../../../preload/contract/models';
import type { ModelPrice } from '../../../preload/contract/price';
import { costOf, priceAtTier } from '../../../preload/contract/price';
import { costText } from '../../i18n/money';
import { useApp } from '../../stores/app-store';
import { askedModelId, modelOf, useModels } from '../../stores/models-store';
import styles from './compare.module.css';
import type { Variant } from './compare-choice';
import type { Counted } from './use-estimates';
import { useEstimates } from './use-estimates';

/** What a variant's prompt costs in US dollars; null: not known. */
const promptCost = (price: ModelPrice | null, counted: Counted): number | null =>
  price && counted ? costOf(price, { promptTokens: counted.promptTokens, completionTokens: 0 }) : null;

const countedText = (t: TFunction, language: string, counted: Counted): string => {
  if (counted === undefined) return t('compare.counting');
  if (counted === null) return '';
  if (!counted.fits) return t('compare.tooLong');
  const tokens = new Intl.NumberFormat(language).format(counted.promptTokens);
  const facts = [t(counted.exact ? 'compare.tokens' : 'compare.aboutTokens', { tokens })];
  if (counted.omittedCount > 0) facts.push(t('compare.leftOut', { count: counted.omittedCount }));
  return facts.join(' · ');
};

const priceOf = (models: readonly OfferedModel[], id: string, { options }: Variant): ModelPrice | null =>
  priceAtTier(modelOf({ models }, id)?.price ?? null, options.params.serviceTier);

interface VariantListProps {
  readonly variants: readonly Variant[];
  /** The answer whose question is asked again; null: the message in the box is sent. */
  readonly again: Message | null;
}

/** What each request would take and cost, and all of them together. */
export const VariantList = ({ variants, again }: VariantListProps) => {
  const { t, i18n } = useTranslation();
  const { models, defaultModel } = useModels();
  const app = useApp();
  const counted = useEstimates(variants, again);
  const costs = variants.map((variant, at) => {
    const id = askedModelId(variant.options.model, { defaultModel }, app);
    return promptCost(priceOf(models, id, variant), counted[at]);
  });
  const known = costs.filter((cost) => cost !== null);
  const total = known.reduce((sum, cost) => sum + cost, 0);
  const isWhole = known.length === costs.length;
  return (
    <div className={styles.requests}>
      <ul aria-label={t('compare.requests')} className={styles.variants}>
        {variants.map(({ name }, at) => {
          const cost = costs[at] ?? null;
          const isUnpriced = cost === null && counted[at] !== undefined;
          return (
            <li key={name} data-unfit={counted[at]?.fits === false}>
              <span className={styles.variantName}>{name}</span>
              <span>
                {[
                  countedText(t, i18n.language, counted[at]),
                  cost === null ? (isUnpriced ? t('compare.noPrice') : '') : costText(i18n.language, cost),
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      {known.length > 0 && (
        <p role="status" className={styles.total}>
          {t(isWhole ? 'compare.total' : 'compare.totalAtLeast', { cost: costText(i18n.language, total) })}
        </p>
      )}
    </div>
  );
};

import type { TFunction } from 'i18next';
import type { ModelInfo } from '../../../preload/contract/models';
import { priceText } from '../../i18n/money';

const deprecatedText = (t: TFunction, { deprecated }: ModelInfo): string | null => {
  if (deprecated === null) return null;
  return deprecated === true ? t('models.deprecated') : t('models.deprecatedOn', { date: deprecated });
};

const isFact = (fact: string | null): fact is string => fact !== null;

const priceFacts = (t: TFunction, language: string, { price }: ModelInfo): readonly string[] => {
  if (price === null) return [];
  const dollars = (usd: number) => priceText(language, usd);
  const { long, cachedInput } = price;
  return [
    t('models.price', { input: dollars(price.input), output: dollars(price.output) }),
    cachedInput === null ? null : t('models.cachedPrice', { price: dollars(cachedInput) }),
    long === null
      ? null
      : t('models.longPrice', {
          tokens: new Intl.NumberFormat(language).format(long.above),
          input: dollars(long.input),
          output: dollars(long.output),
        }),
  ].filter(isFact);
};

const namesFacts = (t: TFunction, language: string, { aliasOf, formerly }: ModelInfo): readonly string[] =>
  [
    aliasOf === null ? null : t('models.standsFor', { model: aliasOf }),
    formerly === undefined
      ? null
      : t('models.stoodFor', {
          model: formerly.aliasOf,
          tokens: new Intl.NumberFormat(language).format(formerly.contextWindow),
        }),
  ].filter(isFact);

const canText = (t: TFunction, language: string, { features }: ModelInfo): string | null =>
  features.length === 0
    ? null
    : t('models.can', {
        features: new Intl.ListFormat(language).format(features.map((name) => t(`models.feature.${name}`))),
      });

const takesText = (t: TFunction, language: string, { modalities }: ModelInfo): string | null =>
  modalities.length === 0
    ? null
    : t('models.takes', {
        kinds: new Intl.ListFormat(language).format(modalities.map((kind) => t(`models.modality.${kind}`))),
      });

/** What speaks against choosing a model. */
export const warnings = (t: TFunction, model: ModelInfo): readonly string[] =>
  [
    deprecatedText(t, model),
    model.note === null ? null : t(`models.${model.note}`),
    model.endpoint === 'completions' ? t('models.completionsOnly') : null,
  ].filter(isFact);

const setByYouText = (t: TFunction, language: string, { setByYou }: ModelInfo): string | null =>
  setByYou.length === 0
    ? null
    : t('models.setByYou', {
        facts: new Intl.ListFormat(language).format(setByYou.map((name) => t(`models.fact.${name}`))),
      });

/** All that is known of a model beside its id, in words. */
export const modelFacts = (t: TFunction, language: string, model: ModelInfo): readonly string[] => {
  const { format } = new Intl.NumberFormat(language);
  return [
    model.contextWindow === null
      ? t('models.windowUnknown')
      : t('models.window', { tokens: format(model.contextWindow) }),
    model.maxOutput === null
      ? t('models.outputUnknown')
      : t('models.output', { tokens: format(model.maxOutput) }),
    ...priceFacts(t, language, model),
    model.trainingData === null ? null : t('models.trained', { date: model.trainingData }),
    takesText(t, language, model),
    canText(t, language, model),
    ...namesFacts(t, language, model),
    ...warnings(t, model),
    setByYouText(t, language, model),
  ].filter(isFact);
};

/** What an option shows beside warnings: `128,000 context · 16,384 per reply · $2.50 in, $10.00 out · 2023-10 · takes text and images`. */
export const shortFacts = (t: TFunction, language: string, model: ModelInfo): readonly string[] => {
  const { format } = new Intl.NumberFormat(language);
  const { price } = model;
  return [
    model.contextWindow === null
      ? t('models.windowUnknown')
      : t('models.shortWindow', { tokens: format(model.contextWindow) }),
    model.maxOutput === null
      ? t('models.outputUnknown')
      : t('models.shortOutput', { tokens: format(model.maxOutput) }),
    price === null
      ? null
      : t('models.shortPrice', {
          input: priceText(language, price.input),
          output: priceText(language, price.output),
        }),
    model.trainingData,
    takesText(t, language, model),
    setByYouText(t, language, model),
  ].filter(isFact);
};

import type { TFunction } from 'i18next';
import type { ModelInfo } from '../../../preload/contract/models';

const deprecatedText = (t: TFunction, model: ModelInfo): string | null => {
  if (model.deprecated === null) return null;
  return model.deprecated === true
    ? t('models.deprecated')
    : t('models.deprecatedSince', { date: model.deprecated });
};

/** What an option says of its model beside the id: window, longest reply, training data, warnings. */
export const modelFacts = (t: TFunction, language: string, model: ModelInfo): readonly string[] => {
  const { format } = new Intl.NumberFormat(language);
  const window =
    model.contextWindow === null
      ? t('models.windowUnknown')
      : t('models.window', { tokens: format(model.contextWindow) });
  const output =
    model.maxOutput === null
      ? t('models.outputUnknown')
      : t('models.output', { tokens: format(model.maxOutput) });
  return [
    window,
    output,
    model.trainingData === null ? null : t('models.trained', { date: model.trainingData }),
    deprecatedText(t, model),
    model.endpoint === 'completions' ? t('models.completionsOnly') : null,
  ].filter((fact) => fact !== null);
};

/** What matters of it in few words: `128,000 context · 16,384 per reply`. */
export const shortFacts = (t: TFunction, language: string, model: ModelInfo): readonly string[] => {
  const { format } = new Intl.NumberFormat(language);
  return [
    model.contextWindow === null
      ? t('models.windowUnknown')
      : t('models.shortWindow', { tokens: format(model.contextWindow) }),
    model.maxOutput === null ? null : t('models.shortOutput', { tokens: format(model.maxOutput) }),
    model.trainingData,
    deprecatedText(t, model),
    model.endpoint === 'completions' ? t('models.completionsOnly') : null,
  ].filter((fact) => fact !== null);
};

/** Models in the order they are offered: those that can chat first, deprecated ones last, then by id. */
export const inOfferOrder = (models: readonly ModelInfo[]): readonly ModelInfo[] => {
  const rank = (model: ModelInfo) =>
    (model.endpoint === 'completions' ? 2 : 0) + (model.deprecated === null ? 0 : 1);
  return models.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id, 'en', { numeric: true }));
};

import type { TFunction } from 'i18next';
import { MAX_VARIANTS, MIN_VARIANTS } from '../../../preload/contract/parameters';
import { type NumberParam, numberParams } from '../generation-settings/number-param';
import type { ChoiceProblem } from './compare-choice';
import type { ComparedParam } from './compared-param';

const isNumber = (name: string): name is NumberParam => Object.hasOwn(numberParams, name);

/** What is wrong with a choice, in words. */
export const problemText = (
  t: TFunction,
  language: string,
  param: ComparedParam,
  problem: ChoiceProblem,
): string => {
  if (!('name' in problem))
    return t(`compare.problem.${problem.kind}`, { min: MIN_VARIANTS, max: MAX_VARIANTS });
  if (problem.kind === 'twice') return t('compare.problem.twice', { name: problem.name });
  const { format } = new Intl.NumberFormat(language);
  const range = isNumber(param) ? numberParams[param] : { min: 0, max: 0 };
  const said =
    problem.kind === 'unknownValue'
      ? t('compare.problem.unknownValue')
      : t(`params.${problem.kind}`, { min: format(range.min), max: format(range.max) });
  return t('compare.problem.value', { line: problem.line, name: problem.name, problem: said });
};

/** True where it is one of the values that is wrong, not the choice as a whole. */
export const isOfValue = (problem: ChoiceProblem): boolean => 'line' in problem;

import type { ChatOptions, GenerationParams } from '../../../preload/contract/parameters';
import { MAX_VARIANTS, MIN_VARIANTS } from '../../../preload/contract/parameters';
import type { ComparedParam, ValueProblem } from './compared-param';
import { comparedParams, joinValues, parseValue, showValue, valuesIn } from './compared-param';

/** What a person has chosen to compare. */
export interface CompareChoice {
  readonly by: 'models' | 'setting';
  /** Ids in the order they were chosen. */
  readonly models: readonly string[];
  readonly param: ComparedParam;
  /** What stands in the field of each setting. */
  readonly texts: Readonly<Partial<Record<ComparedParam, string>>>;
}

/** One of the requests that are compared, and what it is called. */
export interface Variant {
  /** A model's id, or a setting's value. */
  readonly name: string;
  readonly options: ChatOptions;
}

/** What keeps a choice from being asked; `line` counts values from 1. */
export type ChoiceProblem =
  | { readonly kind: 'tooFew' | 'tooMany' | 'unsupported' }
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: ValueProblem; readonly name: string; readonly line: number };

/** The requests a choice stands for, or what is wrong with it. */
export type ReadChoice =
  | { readonly ok: true; readonly variants: readonly Variant[] }
  | { readonly ok: false; readonly problem: ChoiceProblem };

const wrong = (problem: ChoiceProblem): ReadChoice => ({ ok: false, problem });

const withParam = (
  params: GenerationParams,
  name: ComparedParam,
  value: GenerationParams[ComparedParam],
): GenerationParams => {
  const { [name]: _, ...others } = params;
  return value === undefined ? others : { ...others, [name]: value };
};

const counted = (variants: readonly Variant[]): ReadChoice => {
  const names = variants.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return wrong({ kind: 'twice', name: twice });
  if (variants.length < MIN_VARIANTS) return wrong({ kind: 'tooFew' });
  return variants.length > MAX_VARIANTS ? wrong({ kind: 'tooMany' }) : { ok: true, variants };
};

const readValues = ({ param, texts }: CompareChoice, options: ChatOptions): ReadChoice => {
  const variants: Variant[] = [];
  for (const [at, typed] of valuesIn(param, texts[param] ?? '').entries()) {
    const parsed = parseValue(param, typed);
    if (!parsed.ok) return wrong({ kind: parsed.problem, name: typed, line: at + 1 });
    const params = withParam(options.params, param, parsed.value);
    variants.push({ name: showValue(parsed.value), options: { ...options, params } });
  }
  return counted(variants);
};

/**
 * The requests that a choice stands for.
 * @param options what the chat is answered with: a variant differs from it by its model or its one setting.
 * @param unsupported settings that the chat's model does not take.
 */
export const readChoice = (
  choice: CompareChoice,
  options: ChatOptions,
  unsupported: readonly string[],
): ReadChoice => {
  if (choice.by === 'models') {
    return counted(choice.models.map((model) => ({ name: model, options: { ...options, model } })));
  }
  return unsupported.includes(choice.param) ? wrong({ kind: 'unsupported' }) : readValues(choice, options);
};

/** What is offered where nothing was compared yet: models, the chat's own among them. */
export const firstChoice = (model: string): CompareChoice => ({
  by: 'models',
  models: model === '' ? [] : [model],
  param: 'temperature',
  texts: {},
});

const differs = (variants: readonly ChatOptions[], name: ComparedParam): boolean =>
  new Set(variants.map(({ params }) => params[name])).size > 1;

/** The choice that an earlier comparison was asked with; null where that cannot be told. */
export const choiceOf = (variants: readonly ChatOptions[], model: string): CompareChoice | null => {
  const base = firstChoice(model);
  const models = [...new Set(variants.map((variant) => variant.model))];
  if (models.length > 1) return { ...base, models };
  const param = comparedParams.find((name) => differs(variants, name));
  if (param === undefined) return null;
  const values = variants.map(({ params }) => showValue(params[param]));
  return { ...base, by: 'setting', param, texts: { [param]: joinValues(param, values) } };
};

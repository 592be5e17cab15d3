import type { Message } from '../../preload/contract/history';
import type { GenerationParams, ParamName } from '../../preload/contract/parameters';

/** What sets an answer apart from those beside it. */
export interface AnswerHead {
  /** The model asked, where the answers' models differ. */
  readonly model: string | null;
  /** The settings that differ. */
  readonly settings: readonly { readonly name: ParamName; readonly value: GenerationParams[ParamName] }[];
  /** Which of several answers with the same head it is, from 1; null: it is the only one. */
  readonly number: number | null;
}

const keyOf = ({ model, settings }: Omit<AnswerHead, 'number'>): string => JSON.stringify([model, settings]);

const differing = (all: readonly GenerationParams[]): readonly ParamName[] => {
  const names = new Set(all.flatMap((params) => Object.keys(params) as ParamName[]));
  return [...names].filter((name) => new Set(all.map((params) => JSON.stringify(params[name]))).size > 1);
};

/** What sets each of these answers apart, in their order. */
export const answerHeads = (answers: readonly Message[]): readonly AnswerHead[] => {
  const facts = answers.flatMap(({ answer }) => answer ?? []);
  const severalModels = new Set(facts.map(({ model }) => model)).size > 1;
  const names = differing(facts.map(({ params }) => params));
  const heads = facts.map(({ model, params }) => ({
    model: severalModels ? model : null,
    settings: names.map((name) => ({ name, value: params[name] })),
  }));
  const keys = heads.map(keyOf);
  return heads.map((head, at) => {
    const key = keyOf(head);
    const isOnly = keys.indexOf(key) === keys.lastIndexOf(key);
    return { ...head, number: isOnly ? null : keys.slice(0, at + 1).filter((other) => other === key).length };
  });
};

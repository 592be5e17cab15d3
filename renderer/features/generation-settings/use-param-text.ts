import { useState } from 'react';
import type { GenerationParams, ParamName } from '../../../preload/contract/parameters';
import { setParam } from '../../actions/options';
import { noteInvalidParam, type ParamField, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';

interface Reader<N extends ParamName, Problem> {
  readonly name: N;
  /** Where a setting has several fields. */
  readonly field?: ParamField;
  readonly show: (value: GenerationParams[N]) => string;
  /** @param value what is set now. */
  readonly parse: (
    typed: string,
    value: GenerationParams[N],
  ) =>
    | { readonly ok: true; readonly value: GenerationParams[N] }
    | { readonly ok: false; readonly problem: Problem };
}

interface ParamText<Problem> {
  readonly text: string;
  readonly problem: Problem | null;
  readonly type: (text: string) => void;
}

/**
 * The text of a generation setting's field. A valid one is taken at once; an invalid one stays in the field, is marked,
 * and keeps the chat from being sent.
 */
export const useParamText = <N extends ParamName, Problem>(
  reader: Reader<N, Problem>,
): ParamText<Problem> => {
  const { name, field = name, show, parse } = reader;
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const value = useConversation(({ options }) => options.params[name]);
  const invalid = useComposer((state) => state.invalidParams[key]?.[field]);
  const [typed, setTyped] = useState('');
  const typedResult = parse(typed, value);
  // "0.70" stays as it was typed as long as it means the value that is set.
  const typedIsValue = typedResult.ok && show(typedResult.value) === show(value);
  const text = invalid ?? (typedIsValue ? typed : show(value));
  const result = parse(text, value);
  const type = (next: string) => {
    setTyped(next);
    const parsed = parse(next, value);
    noteInvalidParam(key, field, parsed.ok ? null : next);
    if (parsed.ok) setParam(name, parsed.value);
  };
  return { text, problem: result.ok ? null : result.problem, type };
};

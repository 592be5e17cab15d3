import { type RefObject, useMemo, useState } from 'react';
import type { OfferedModel } from '../../../preload/contract/models';
import type { SavedPrompt } from '../../../preload/contract/prompts';
import { loadModels } from '../../actions/endpoints';
import { loadPrompts } from '../../actions/prompts';
import { useModels } from '../../stores/models-store';
import { usePrompts } from '../../stores/prompts-store';
import { isQuick } from '../../stores/quick-mode';
import { isFoundBy, searchedModels } from '../models/model-groups';
import { matchPrompts } from '../prompts/match-prompts';
import type { KeyPress } from './box-keys';
import { type Trigger, triggerAt } from './trigger';

/** More are not looked through: one types on. */
const MAX_SHOWN = 50;

/** Something the list offers. */
export type Suggestion =
  | { readonly kind: 'prompt'; readonly id: string; readonly prompt: SavedPrompt }
  | { readonly kind: 'model'; readonly id: string; readonly model: OfferedModel }
  /** The library itself. */
  | { readonly kind: 'library'; readonly id: 'library' };

const NONE: readonly Suggestion[] = [];

const promptsFor = (prompts: readonly SavedPrompt[], query: string): readonly Suggestion[] => {
  const found = matchPrompts(prompts, query).slice(0, MAX_SHOWN);
  const offered = found.map((prompt) => ({ kind: 'prompt' as const, id: prompt.id, prompt }));
  // The small window has no room for it.
  return query === '' && !isQuick ? [...offered, { kind: 'library', id: 'library' }] : offered;
};

const modelsFor = (models: readonly OfferedModel[], query: string): readonly Suggestion[] =>
  searchedModels(models, query, [])
    .filter((model) => isFoundBy(model, query))
    .slice(0, MAX_SHOWN)
    .map((model) => ({ kind: 'model', id: model.id, model }));

const load = ({ kind }: Trigger) => {
  if (kind === 'prompt') void loadPrompts();
  else if (useModels.getState().phase === 'idle') void loadModels(false);
};

const sameTrigger = (one: Trigger | null, other: Trigger): boolean =>
  one?.kind === other.kind && one.start === other.start;

/** The list that a slash or an at sign calls up, and what keys do in it. */
export const useSuggestions = (
  box: RefObject<HTMLTextAreaElement | null>,
  onChoose: (suggestion: Suggestion, trigger: Trigger) => void,
) => {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  /** The one that Escape sent away: it stays away until another begins. */
  const [dismissed, setDismissed] = useState<Trigger | null>(null);
  const [active, setActive] = useState(0);
  const { prompts } = usePrompts();
  const { models } = useModels();
  const isAway = trigger !== null && sameTrigger(dismissed, trigger);
  const items = useMemo(() => {
    if (trigger === null || isAway) return NONE;
    return trigger.kind === 'prompt' ? promptsFor(prompts, trigger.query) : modelsFor(models, trigger.query);
  }, [trigger, isAway, prompts, models]);

  /** To be called when the text or the caret has changed, outside a composition. */
  const refresh = () => {
    const element = box.current;
    if (element === null) return;
    const { value, selectionStart, selectionEnd } = element;
    const next = selectionStart === selectionEnd ? triggerAt(value, selectionEnd) : null;
    if (next?.kind === trigger?.kind && next?.start === trigger?.start && next?.query === trigger?.query)
      return;
    if (next !== null && !(trigger !== null && sameTrigger(trigger, next))) load(next);
    if (next === null) setDismissed(null);
    setTrigger(next);
    setActive(0);
  };
  const close = () => setTrigger(null);
  const choose = (at: number) => {
    const item = items[at];
    if (item === undefined || trigger === null) return;
    close();
    onChoose(item, trigger);
  };
  /** Answers true for a key that it took. */
  const takeKey = ({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): boolean => {
    if (items.length === 0 || shiftKey || altKey || ctrlKey || metaKey) return false;
    if (key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (key === 'ArrowUp') setActive((active + items.length - 1) % items.length);
    else if (key === 'Enter' || key === 'Tab') choose(active);
    else if (key === 'Escape') setDismissed(trigger);
    else return false;
    return true;
  };
  return { kind: trigger?.kind ?? 'prompt', items, active, refresh, close, choose, takeKey };
};

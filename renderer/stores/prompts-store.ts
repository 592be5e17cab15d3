import { create } from 'zustand';
import type { SavedPrompt } from '../../preload/contract/prompts';

interface PromptsState {
  readonly prompts: readonly SavedPrompt[];
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
  /** Whether the library is on screen. */
  readonly shown: boolean;
}

/** The prompt library. */
export const usePrompts = create<PromptsState>()(() => ({ prompts: [], phase: 'idle', shown: false }));

/** Shows or hides the library. */
export const showPrompts = (shown: boolean): void => usePrompts.setState({ shown });

/** The prompts with one more, or another in place of the one with its id; by title. */
export const withPrompt = (prompts: readonly SavedPrompt[], prompt: SavedPrompt): readonly SavedPrompt[] =>
  [...prompts.filter(({ id }) => id !== prompt.id), prompt].sort((one, other) =>
    one.title.localeCompare(other.title),
  );

/** Every tag in use, once, in the order of the alphabet. */
export const tagsOf = (prompts: readonly SavedPrompt[]): readonly string[] =>
  [...new Set(prompts.flatMap(({ tags }) => tags))].sort((one, other) => one.localeCompare(other));

import { create } from 'zustand';
import type { CompareChoice } from './compare-choice';

/** What was chosen in the Compare dialog, by chat key: closing it forgets nothing. */
export const useCompare = create<{ readonly choices: Readonly<Record<string, CompareChoice>> }>()(() => ({
  choices: {},
}));

/** Keeps what was chosen in a chat. */
export const keepChoice = (key: string, choice: CompareChoice): void =>
  useCompare.setState(({ choices }) => ({ choices: { ...choices, [key]: choice } }));

import { MAX_SPELLING_LANGUAGES } from '../../preload/contract/spelling';
import type { HandlersOf } from '../ipc/handlers';
import type { SettingsStore } from '../settings/settings-store';
import type { Spelling } from '../spelling/spelling';

/** Handlers of `spelling.*`. The settings hold what is chosen; whoever changes them has it done. */
export const createSpellingHandlers = (
  spelling: Spelling,
  settings: SettingsStore,
): HandlersOf<'spelling'> => {
  const others = (language: string) => settings.get().spellCheck.filter((other) => other !== language);
  return {
    'spelling.languages': async () => ({ languages: spelling.languages, from: spelling.from }),
    'spelling.add': async ({ language }) => {
      await spelling.load(language);
      const spellCheck = [...others(language), language].slice(-MAX_SPELLING_LANGUAGES);
      await settings.update({ spellCheck });
      return null;
    },
    'spelling.remove': async ({ language }) => {
      await settings.update({ spellCheck: others(language) });
      await spelling.forget(language, others(language));
      return null;
    },
  };
};

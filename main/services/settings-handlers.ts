import type { HandlersOf } from '../ipc/handlers';
import type { SettingsStore } from '../settings/settings-store';
import type { Spelling } from '../spelling/spelling';
import { createSpellingHandlers } from './spelling-handlers';

/** Handlers of `settings.*`, and of `spelling.*`, which change a setting with what belongs to it. */
export const createSettingsHandlers = (
  settings: SettingsStore,
  spelling: Spelling,
): HandlersOf<'settings' | 'spelling'> => ({
  'settings.update': async (patch) => settings.update(patch),
  ...createSpellingHandlers(spelling, settings),
});

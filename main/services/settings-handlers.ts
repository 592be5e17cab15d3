import type { HandlersOf } from '../ipc/handlers';
import type { SettingsStore } from '../settings/settings-store';
import { withoutPassword } from '../settings/without-password';
import type { Spelling } from '../spelling/spelling';
import { createSettingsFileHandlers, type SettingsFileDeps } from './settings-file-handlers';
import { createSpellingHandlers } from './spelling-handlers';

/** What the handlers of settings work on. */
export interface SettingsHandlerDeps extends SettingsFileDeps {
  readonly settings: SettingsStore;
  readonly spelling: Spelling;
}

/** Handlers of `settings.*`, and of `spelling.*`, which change a setting with what belongs to it. */
export const createSettingsHandlers = (deps: SettingsHandlerDeps): HandlersOf<'settings' | 'spelling'> => ({
  'settings.update': async (patch) => deps.settings.update(withoutPassword(patch)),
  ...createSettingsFileHandlers(deps),
  ...createSpellingHandlers(deps.spelling, deps.settings),
});

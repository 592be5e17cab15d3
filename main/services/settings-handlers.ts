import type { HandlersOf } from '../ipc/handlers';
import type { SettingsStore } from '../settings/settings-store';

/** Handlers of `settings.*`. */
export const createSettingsHandlers = (settings: SettingsStore): HandlersOf<'settings'> => ({
  'settings.update': async (patch) => settings.update(patch),
});

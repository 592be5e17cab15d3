import type { SettingsPatch } from '../../preload/contract/settings';
import type { HandlersOf } from '../ipc/handlers';
import { parseProxy, proxyText } from '../network/proxy-setting';
import type { SettingsStore } from '../settings/settings-store';
import type { Spelling } from '../spelling/spelling';
import { createSpellingHandlers } from './spelling-handlers';

/** A password in the proxy's URL would be written to the settings: it comes by `network.saveProxy` only. */
const withoutPassword = (patch: SettingsPatch): SettingsPatch =>
  patch.proxy === undefined ? patch : { ...patch, proxy: proxyText(parseProxy(patch.proxy).setting) };

/** Handlers of `settings.*`, and of `spelling.*`, which change a setting with what belongs to it. */
export const createSettingsHandlers = (
  settings: SettingsStore,
  spelling: Spelling,
): HandlersOf<'settings' | 'spelling'> => ({
  'settings.update': async (patch) => settings.update(withoutPassword(patch)),
  ...createSpellingHandlers(spelling, settings),
});

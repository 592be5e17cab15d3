import type { SettingsPatch } from '../../preload/contract/settings';
import { parseProxy, proxyText } from '../network/proxy-setting';

/**
 * The same with the proxy in main's own way of writing it: a password in its URL would be written to the settings, and comes by
 * `network.saveProxy` only. Errors: `network.invalidProxy`.
 */
export const withoutPassword = (patch: SettingsPatch): SettingsPatch =>
  patch.proxy === undefined ? patch : { ...patch, proxy: proxyText(parseProxy(patch.proxy).setting) };

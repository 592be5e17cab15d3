import { defaultSettings } from '../../preload/contract/default-settings';
import type { Settings } from '../../preload/contract/settings';

/** What a person has set: the commands used last are none of it. */
export type SettingName = Exclude<keyof Settings, 'recentCommands'>;

/** All of it, in the order that lists show it in. */
export const settingNames = Object.keys(defaultSettings).filter(
  (name): name is SettingName => name !== 'recentCommands',
);

/** Parts of the Settings dialog whose settings can be put back to what Parlance starts with. */
export type ResetSection = 'appearance' | 'desktop' | 'spelling' | 'spending' | 'network' | 'updates';

/** The settings of each such part, in the order they are shown in. */
export const settingsOf: Readonly<Record<ResetSection, readonly SettingName[]>> = {
  appearance: ['language', 'theme', 'accent', 'contrast', 'textSize', 'density', 'replyView', 'autoTitles'],
  desktop: ['notifications', 'quickKeys', 'tray'],
  spelling: ['spellCheck'],
  spending: ['monthlyLimitUsd'],
  network: ['proxy', 'proxyUser', 'proxyBypass', 'silenceSeconds'],
  updates: ['updateChecks', 'betaVersions'],
};

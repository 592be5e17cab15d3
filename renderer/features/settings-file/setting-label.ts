import type { TFunction } from 'i18next';
import type { SettingName } from '../../stores/settings-sections';

/** What a setting is called. */
export const settingLabel = (t: TFunction, name: SettingName): string => {
  switch (name) {
    case 'language':
    case 'theme':
    case 'accent':
    case 'textSize':
    case 'density':
    case 'contrast':
    case 'proxy':
      return t(`settings.${name}`);
    case 'silenceSeconds':
      return t('settings.silence');
    case 'proxyUser':
      return t('settingsFile.proxyUser');
    case 'proxyBypass':
      return t('network.bypass');
    case 'monthlyLimitUsd':
      return t('spending.limit');
    case 'trashDays':
      return t('keeping.trashDays');
    case 'autoTitles':
      return t('organise.autoTitles');
    case 'replyView':
      return t('reading.replyView');
    case 'notifications':
    case 'quickKeys':
    case 'tray':
      return t(`native.${name}`);
    case 'updateChecks':
      return t('updates.quiet');
    case 'betaVersions':
      return t('updates.channel');
    case 'spellCheck':
      return t('spelling.title');
    case 'keys':
      return t('commands.shortcuts');
    case 'newChat':
    case 'modelFacts':
    case 'presets':
      return t(`settingsFile.${name}`);
  }
};

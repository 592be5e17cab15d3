import i18next, { type TFunction } from 'i18next';
import { commandNames } from '../../../preload/contract/command-names';
import { commandIds } from '../../../preload/contract/commands';
import type { ChatOptions } from '../../../preload/contract/parameters';
import type { Settings } from '../../../preload/contract/settings';
import type { Snapshot } from '../../../preload/contract/snapshot';
import { priceText } from '../../i18n/money';
import type { SettingName } from '../../stores/settings-sections';
import { keysText } from '../../ui/keys';
import { paramText } from '../compare/head-text';
import { spellingName } from '../settings-dialog/spelling-name';

type Platform = Snapshot['platform'];

const newChatText = (t: TFunction, { model, params }: ChatOptions): string =>
  [
    model === '' ? t('settingsFile.usualModel') : model,
    ...Object.entries(params).map(([name, value]) => paramText(t, name, value)),
  ].join(' · ');

const keysOfCommands = (t: TFunction, keys: Settings['keys'], platform: Platform): string => {
  const names = commandNames[i18next.language === 'zh-CN' ? 'zh-CN' : 'en'];
  return commandIds
    .flatMap((command) => {
      const own = keys[command];
      const text = own === null ? t('commands.noKeys') : keysText(own ?? '', platform);
      return own === undefined ? [] : [t('compare.setting', { name: names[command], value: text })];
    })
    .join(' · ');
};

const listText = (t: TFunction, texts: readonly string[]): string =>
  texts.length === 0 ? t('settingsFile.none') : texts.join(' · ');

const orNone = (t: TFunction, text: string): string => (text === '' ? t('settingsFile.none') : text);

/** Settings whose choices have names. */
const choiceText = (t: TFunction, name: SettingName, all: Settings): string | null => {
  switch (name) {
    case 'accent':
      return t(`settings.accents.${all.accent}`);
    case 'textSize':
      return t(`settings.textSizes.${all.textSize}`);
    case 'density':
      return t(`settings.densities.${all.density}`);
    case 'contrast':
      return t(`settings.contrasts.${all.contrast}`);
    case 'theme':
      return t(`settings.${all.theme}`);
    case 'autoTitles':
      return t(`organise.autoTitle.${all.autoTitles}`);
    case 'replyView':
      return t(`reading.replyViews.${all.replyView}`);
    case 'notifications':
      return t(`native.notificationChoices.${all.notifications}`);
    case 'tray':
      return t(`native.trays.${all.tray}`);
    case 'updateChecks':
      return t(all.updateChecks ? 'updates.quietOn' : 'updates.quietOff');
    case 'betaVersions':
      return t(all.betaVersions ? 'updates.beta' : 'updates.stable');
    default:
      return null;
  }
};

const LANGUAGES = { en: 'English', 'zh-CN': '简体中文' } as const;

/** Settings that are numbers, texts and lists. */
const plainText = (t: TFunction, name: SettingName, all: Settings, platform: Platform): string => {
  switch (name) {
    case 'language':
      return all.language === 'system' ? t('settings.system') : LANGUAGES[all.language];
    case 'proxy':
      return all.proxy === '' ? t('settings.system') : all.proxy;
    case 'quickKeys':
      return all.quickKeys === null ? t('native.noKeys') : keysText(all.quickKeys, platform);
    case 'monthlyLimitUsd':
      return all.monthlyLimitUsd === null
        ? t('settingsFile.none')
        : priceText(i18next.language, all.monthlyLimitUsd);
    case 'spellCheck':
      return listText(
        t,
        all.spellCheck.map((language) => spellingName(t, language)),
      );
    case 'keys':
      return keysOfCommands(t, all.keys, platform) || t('settingsFile.usualKeys');
    case 'newChat':
      return newChatText(t, all.newChat);
    case 'modelFacts':
      return listText(t, Object.keys(all.modelFacts));
    case 'presets':
      return listText(
        t,
        all.presets.map((preset) => preset.name),
      );
    default:
      return orNone(t, String(all[name]));
  }
};

/** What a setting is set to, in words. */
export const settingValue = (t: TFunction, name: SettingName, all: Settings, platform: Platform): string =>
  choiceText(t, name, all) ?? plainText(t, name, all, platform);

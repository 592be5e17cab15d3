import type { Settings } from '../../preload/contract/settings';
import type { Locale } from './i18n';

/**
 * The locale to speak for a language setting.
 * @param systemLanguage BCP 47 tag of the computer's (or `--lang`'s) language, for `system`.
 */
export const pickLocale = (language: Settings['language'], systemLanguage: string): Locale => {
  if (language !== 'system') return language;
  return systemLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
};

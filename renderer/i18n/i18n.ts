import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../locales/en';
import { zhCN } from '../locales/zh-CN';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** The locales the page speaks. */
export type Locale = 'en' | 'zh-CN';

/** Makes the translator ready; synchronous, since both locales are part of the bundle. */
export const startI18n = async (locale: Locale): Promise<i18n> => {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale;
  return i18next;
};

/** Switches the page's language at once. */
export const changeLocale = async (locale: Locale): Promise<void> => {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
};

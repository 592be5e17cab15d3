import type { Settings } from '../../preload/contract/settings';

/** Languages the app speaks. */
export type Locale = 'en' | 'zh-CN';

/**
 * The language to speak: the person's choice, else the first language of the system.
 * @param system BCP 47 tags, most wanted first.
 */
export const chooseLocale = (choice: Settings['language'], system: readonly string[]): Locale => {
  if (choice !== 'system') return choice;
  return system[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
};

import { app } from 'electron';
import type { Settings } from '../../preload/contract/settings';
import { chooseLocale, type Locale } from './locale';

/** The language in this run: `--lang` stands before the system's languages. Call after the app is ready. */
export const currentLocale = (choice: Settings['language']): Locale => {
  const fromCommandLine = app.commandLine.getSwitchValue('lang');
  const system = fromCommandLine === '' ? app.getPreferredSystemLanguages() : [fromCommandLine];
  return chooseLocale(choice, [...system, app.getLocale()]);
};

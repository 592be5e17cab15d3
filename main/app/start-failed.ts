import { app, dialog } from 'electron';
import { toAppError } from '../../preload/contract/result';
import { currentLocale } from './current-locale';
import { log } from './log';
import { nativeText } from './native-text';
import { profileFolder } from './profile-folder';

/** Says in words that the app could not start and where the data is, then ends it. Nothing is changed or deleted. */
export const startFailed = (thrown: unknown, folder = profileFolder()): void => {
  const { code, message } = toAppError(thrown);
  log('start.failed', { code, message });
  const text = nativeText(currentLocale('system'));
  const hint = `${text.startFailedHint}\n${folder}\n\n${code}: ${message}`;
  dialog.showErrorBox(text.startFailedTitle, hint);
  app.exit(1);
};

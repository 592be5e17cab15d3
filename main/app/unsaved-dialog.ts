import { type BrowserWindow, dialog } from 'electron';
import type { NativeText } from './native-text';

/** How many texts only memory has, and why. */
interface Unsaved {
  readonly replies: number;
  readonly drafts: number;
  readonly isDiskFull: boolean;
}

const CHOICES = ['stay', 'copy', 'quit'] as const;

/** Asks, before the app quits while the history takes nothing, what is to become of what only memory has. Closing the dialog is `stay`. */
export const askUnsaved = async (
  window: BrowserWindow | null,
  text: NativeText,
  { replies, drafts, isDiskFull }: Unsaved,
  copyFailed: boolean,
): Promise<(typeof CHOICES)[number]> => {
  const lines = [
    ...(replies > 0 ? [`${text.unsavedReplies} ${replies}`] : []),
    ...(drafts > 0 ? [`${text.unsavedDrafts} ${drafts}`] : []),
    '',
    isDiskFull ? text.unsavedHint : text.unwritableHint,
  ];
  const title = isDiskFull ? text.unsavedTitle : text.unwritableTitle;
  const options = {
    type: 'warning' as const,
    title: 'Parlance',
    message: copyFailed ? text.copyFailed : title,
    detail: lines.join('\n'),
    buttons: [text.unsavedStay, text.unsavedCopy, text.unsavedQuit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return CHOICES[response] ?? 'stay';
};

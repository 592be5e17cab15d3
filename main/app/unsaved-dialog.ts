import { type BrowserWindow, dialog } from 'electron';
import type { NativeText } from './native-text';

/** How many texts only memory has. */
interface Unsaved {
  readonly replies: number;
  readonly drafts: number;
}

const CHOICES = ['stay', 'copy', 'quit'] as const;

/** Asks, before the app quits on a full disk, what is to become of what only memory has. Closing the dialog is `stay`. */
export const askUnsaved = async (
  window: BrowserWindow | null,
  text: NativeText,
  { replies, drafts }: Unsaved,
  copyFailed: boolean,
): Promise<(typeof CHOICES)[number]> => {
  const lines = [
    ...(replies > 0 ? [`${text.unsavedReplies} ${replies}`] : []),
    ...(drafts > 0 ? [`${text.unsavedDrafts} ${drafts}`] : []),
    '',
    text.unsavedHint,
  ];
  const options = {
    type: 'warning' as const,
    title: 'Parlance',
    message: copyFailed ? text.copyFailed : text.unsavedTitle,
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

import { request } from '../ipc/client';
import { boxOf, setBoxText, useComposer } from '../stores/composer-store';
import { chatKey } from '../stores/conversation-store';
import { tell, tellError } from '../stores/notices-store';
import { showTransfer } from '../stores/transfer-store';
import { focusMessageBox, useView } from '../stores/view-store';
import { attachFiles } from './attachments';
import { scheduleDraft } from './drafts';
import { newChat, openChat } from './open-chat';

/** Takes what the system asked to be opened: links are shown first, exports are offered for import, files go to a new chat. */
export const takeOpened = async (): Promise<void> => {
  try {
    const { goTo, prompts, files, isImport, unread } = await request('app.takeOpened', {});
    if (goTo !== null) {
      if (goTo.chatId === null) newChat();
      else void openChat(goTo.chatId);
      focusMessageBox();
    }
    if (prompts.length > 0) {
      useView.setState(({ linkedPrompts }) => ({ linkedPrompts: [...linkedPrompts, ...prompts] }));
    }
    if (isImport) showTransfer('import');
    if (files.length > 0) {
      newChat();
      attachFiles(files.map(({ name, bytes }) => new File([bytes], name)));
      focusMessageBox();
    }
    for (const name of unread) tell({ kind: 'notRead', name });
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Forgets the text of the first link. */
export const dropLinkedPrompt = (): void =>
  useView.setState(({ linkedPrompts }) => ({ linkedPrompts: linkedPrompts.slice(1) }));

/** Puts the text of the first link into a new chat's message box, after what stands there. It is not sent. */
export const acceptLinkedPrompt = (): void => {
  const [text] = useView.getState().linkedPrompts;
  dropLinkedPrompt();
  if (text === undefined) return;
  newChat();
  const key = chatKey(null);
  const written = boxOf(useComposer.getState(), key).text;
  setBoxText(key, written.trim() === '' ? text : `${written}\n\n${text}`);
  scheduleDraft(null);
  focusMessageBox();
};

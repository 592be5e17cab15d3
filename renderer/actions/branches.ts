import type { TFunction } from 'i18next';
import type { Message, OpenedChat } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { tell, tellError } from '../stores/notices-store';
import { noteAct } from '../stores/undo-store';
import { focusMessageBox } from '../stores/view-store';
import { flushDraft } from './drafts';
import { beginOpening, showOpened } from './open-chat';
import { askAnyway, selectBranch } from './turns';

/** Goes on below a message: what is typed next becomes a branch there. */
export const branchFrom = async ({ chatId, id: messageId }: Message): Promise<void> => {
  const leafId = useConversation.getState().chat?.leafId ?? null;
  if (leafId !== messageId) {
    const go = () => askAnyway(chatId, () => request('branch.from', { chatId, messageId }));
    if ((await go()) === null) return;
    if (leafId !== null) {
      const act = { undo: () => selectBranch(chatId, leafId), redo: async () => void (await go()) };
      tell({ kind: 'branched', undo: noteAct(act) });
    }
  }
  focusMessageBox();
};

/** Shows a chat that was just made. */
const goTo = (opened: OpenedChat) => {
  beginOpening(opened.chat.id);
  showOpened(opened);
  focusMessageBox();
};

const titleFor = (title: string, named: (title: string) => string, t: TFunction): string =>
  named(title === '' ? t('conversations.untitled') : title).slice(0, 300);

const titleOnScreen = (): string => useConversation.getState().chat?.title ?? '';

/** Copies the path to a message, or with it all that hangs from it, into a new chat. */
export const copyBranch = async (t: TFunction, message: Message, isWhole: boolean): Promise<void> => {
  const title = titleFor(titleOnScreen(), (of) => t('branches.copyTitle', { title: of }), t);
  try {
    goTo(await request('branch.copy', { chatId: message.chatId, messageId: message.id, isWhole, title }));
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Moves a message and all that hangs from it into a new chat, which can be undone. */
export const moveBranch = async (t: TFunction, message: Message): Promise<void> => {
  const title = titleFor(titleOnScreen(), (of) => t('branches.branchTitle', { title: of }), t);
  try {
    const { opened, undo } = await request('branch.move', {
      chatId: message.chatId,
      messageId: message.id,
      title,
    });
    goTo(opened);
    const takeBack = async () => {
      flushDraft();
      goTo(await request('branch.moveBack', undo));
    };
    tell({ kind: 'branchMoved', undo: noteAct({ undo: () => takeBack().catch(tellError) }) });
  } catch (thrown) {
    tellError(thrown);
  }
};

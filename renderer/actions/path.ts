import { callsOf } from '../../preload/contract/answer-parts';
import { refOf } from '../../preload/contract/attachments';
import type { Message } from '../../preload/contract/history';
import type { PathChange } from '../../preload/contract/path-change';
import { request } from '../ipc/client';
import { isUnchanged, itemsOf, readyOf, useAttachments } from '../stores/attachments-store';
import { useConversation } from '../stores/conversation-store';
import { editedName, editKey, hasBadName } from '../stores/names-store';
import { tell } from '../stores/notices-store';
import { messageText } from '../stores/transcript';
import { noteAct } from '../stores/undo-store';
import { allRead, isReading } from './attachments';
import { forgetEdit } from './edit-drafts';
import { nearReader } from './near-reader';
import { askAnyway, refuseTrouble, selectBranch } from './turns';

/** Makes the change as a branch, which can be undone by going back. Answers with what does that; null: it was refused. */
const change = async (chatId: string, pathChange: PathChange): Promise<(() => void) | null> => {
  const former = useConversation.getState().chat?.leafId ?? null;
  const opened = await askAnyway(chatId, async () =>
    nearReader(await request('chat.changePath', { chatId, change: pathChange })),
  );
  if (opened === null) return null;
  const { leafId } = opened.chat;
  return noteAct({
    undo: async () => {
      if (former !== null) await selectBranch(chatId, former);
    },
    ...(leafId === null ? {} : { redo: () => selectBranch(chatId, leafId) }),
  });
};

/**
 * Puts another text in a message's place and keeps what follows. The former messages stay as a branch. Tells whether it is
 * there.
 */
export const saveEdited = async (message: Message, text: string): Promise<boolean> => {
  const { chatId, id: messageId } = message;
  const place = editKey(messageId);
  if (isReading(place) && !(await allRead(place))) return false;
  const items = itemsOf(useAttachments.getState(), place);
  const mayBeEmpty = message.role === 'tool' || callsOf(message.parts).length > 0 || items.length > 0;
  if ((text.trim() === '' && !mayBeEmpty) || hasBadName(place) || refuseTrouble(place, message.role))
    return false;
  const name = editedName(message);
  const attachments = readyOf(items).map(refOf);
  const isSame =
    text === messageText(message) && name === (message.name ?? null) && isUnchanged(items, message.parts);
  const isSaved =
    isSame || (await change(chatId, { kind: 'edit', messageId, text, name, attachments })) !== null;
  if (isSaved) forgetEdit(chatId, messageId);
  return isSaved;
};

/** Takes a message out of the conversation and offers to undo it. */
export const deleteMessage = async ({ chatId, id: messageId }: Message): Promise<void> => {
  const undo = await change(chatId, { kind: 'delete', messageId });
  if (undo !== null) tell({ kind: 'messageDeleted', undo });
};

/** Lets a message change places with the one above it (`by` -1) or below it (1). */
export const moveMessage = async ({ chatId, id: messageId }: Message, by: -1 | 1): Promise<void> => {
  await change(chatId, { kind: 'move', messageId, by });
};

import type { Message, OpenedChat, Role } from '../../preload/contract/history';
import type { RequestInput } from '../../preload/contract/requests';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { itemsOf, moveItems, refsOf, removeItems, useAttachments } from '../stores/attachments-store';
import { endTyping } from '../stores/between-keys';
import { withBusy, withChat } from '../stores/chat-list';
import { useChatList } from '../stores/chat-list-store';
import {
  boxOf,
  chooseRole,
  clearSentText,
  hasInvalidParams,
  messageOf,
  noteAsking,
  roleOf,
  setBoxText,
  useComposer,
} from '../stores/composer-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { askedModelId, unsupportedBy, useModels } from '../stores/models-store';
import { editedName, editKey, hasBadName, moveName, nameToSend } from '../stores/names-store';
import { dismissWhere, tell, tellError } from '../stores/notices-store';
import { setOnceModel, useOnceModels } from '../stores/once-model-store';
import { isQuick } from '../stores/quick-mode';
import { shownMessages } from '../stores/transcript';
import { showPanel } from '../stores/view-store';
import { allRead, isReading, troubleOf } from './attachments';
import { tellRefusal } from './budget';
import { noteCameBack } from './chats';
import { cancelDraft, flushDraft, restoreDraft, scheduleDraft } from './drafts';
import { forgetEdit } from './edit-drafts';
import { nearReader } from './near-reader';
import { goToEnd, showOpened } from './open-chat';
import { flushOptions } from './options';

/** True while the chat may not be asked: a reply is being written, or a request was not accepted yet. */
const isAnswering = (chatId: string | null): boolean =>
  useComposer.getState().asking.has(chatKey(chatId)) ||
  (chatId !== null && useChatList.getState().busy.has(chatId));

const refuseInvalid = (key: string): boolean => {
  const { model } = useConversation.getState().options;
  const list = useModels.getState();
  if (!hasInvalidParams(key, unsupportedBy(list, askedModelId(model, list, useApp.getState())))) return false;
  tell({ kind: 'invalidSettings' });
  showPanel(true);
  return true;
};

/** Refuses what cannot be sent with what stands beside it, and says why. */
export const refuseTrouble = (place: string, role: Role): boolean => {
  const trouble = troubleOf(itemsOf(useAttachments.getState(), place), role);
  if (trouble !== null) tell({ kind: 'attachments', trouble });
  return trouble !== null;
};

/** A way of asking. */
export type Ask = (chatId: string | null, make: () => Promise<OpenedChat>) => Promise<OpenedChat | null>;

/**
 * Asks for an answer with the chat's settings. Answers null when they are invalid, or main did not accept.
 * @param onError who is told what main had against it; the notices unless told otherwise.
 */
export const askTelling =
  (onError: (thrown: unknown) => void): Ask =>
  async (chatId, make) =>
    isAnswering(chatId) || refuseInvalid(chatKey(chatId)) ? null : askAnyway(chatId, make, onError);

/** Asks; where that would leave out messages, the person may let it be done `again`. */
const askOrOffer = (again: () => Promise<void>): Ask => askTelling(tellRefusal(again));

/** Asks for an answer, once however often it is clicked. Answers null when main did not accept. */
export const askAnyway = async (
  chatId: string | null,
  make: () => Promise<OpenedChat>,
  onError: (thrown: unknown) => void = tellError,
): Promise<OpenedChat | null> => {
  const key = chatKey(chatId);
  if (isAnswering(chatId)) return null;
  noteAsking(key, true);
  endTyping();
  try {
    // What goes on from a stored chat is asked with its stored settings.
    const unsaved = flushOptions();
    if (unsaved !== null) await unsaved;
    const { chat: former } = useConversation.getState();
    const opened = await make();
    dismissWhere(({ kind }) => ['error', 'wouldLeaveOut', 'invalidSettings', 'attachments'].includes(kind));
    useChatList.setState((list) => withChat(list, opened.chat));
    if (former?.isArchived && former.id === opened.chat.id && !opened.chat.isArchived)
      noteCameBack(opened.chat);
    if (useConversation.getState().chatId !== chatId) return opened;
    showOpened(opened);
    // Who asks wants to see the answer.
    if (shownMessages(opened.transcript).some(({ status }) => status === 'streaming')) goToEnd();
    return opened;
  } catch (thrown) {
    onError(thrown);
    return null;
  } finally {
    noteAsking(key, false);
  }
};

const moveRest = (chatId: string) => {
  // It may not be on screen any more; nothing is stored for it yet.
  restoreDraft(chatId, null);
  const text = messageOf(boxOf(useComposer.getState(), chatKey(null)));
  if (text !== '') setBoxText(chatKey(chatId), text);
  setBoxText(chatKey(null), '');
  moveItems(chatKey(null), chatKey(chatId));
  chooseRole(chatKey(chatId), roleOf(useComposer.getState(), chatKey(null)));
  chooseRole(chatKey(null), 'user');
  moveName(chatKey(null), chatKey(chatId));
  useComposer.setState({ newChatOptions: null });
};

/** Hands over what is in the message box. The box is cleared only once main has written the message down. */
export const submitBox = async (
  submit: Ask,
  make: (message: RequestInput<'chat.addMessage'>) => Promise<OpenedChat>,
): Promise<void> => {
  const { chatId } = useConversation.getState();
  const key = chatKey(chatId);
  if (isReading(key) && !(await allRead(key))) return;
  const { options } = useConversation.getState();
  const box = boxOf(useComposer.getState(), key);
  const items = itemsOf(useAttachments.getState(), key);
  const text = messageOf(box);
  const role = roleOf(useComposer.getState(), key);
  const isNothing = text.trim() === '' && items.length === 0;
  if (isNothing || hasBadName(key) || refuseTrouble(key, role)) return;
  const opened = await submit(chatId, () => {
    cancelDraft(chatId);
    return make({ chatId, text, role, name: nameToSend(key), options, ...refsOf(items) });
  });
  if (opened === null) {
    scheduleDraft(chatId);
    // It is typed to its end. Where it is under way by another click it needs no draft.
    if (!isAnswering(chatId)) flushDraft();
    return;
  }
  goToEnd();
  clearSentText(key, box);
  removeItems(
    key,
    items.map(({ id }) => id),
  );
  if (chatId === null) moveRest(opened.chat.id);
  // What was typed on meanwhile is not written down yet, or under the chat that did not exist.
  for (const id of new Set([chatId, opened.chat.id])) scheduleDraft(id);
};

/** Sends what is in the message box. */
export const sendMessage = (): Promise<void> =>
  submitBox(askOrOffer(sendMessage), async (message) => {
    const key = chatKey(message.chatId);
    const model = useOnceModels.getState()[key];
    // By its place at the root, rather than the end, of its chat, main knows that the other window's draft was not sent.
    const place = isQuick && message.chatId === null ? { parentId: null } : {};
    const opened = await request('chat.send', {
      ...message,
      ...place,
      ...(model === undefined ? {} : { model }),
    });
    setOnceModel(key, null);
    return opened;
  });

/** Appends what is in the message box as context only. */
export const addWithoutSending = (): Promise<void> =>
  submitBox(askAnyway, (message) => request('chat.addMessage', message));

/** Asks again with another text in place of an earlier message, as a branch beside it. Tells whether main accepted. */
export const sendEdited = async (message: Message, text: string): Promise<boolean> => {
  const { chatId, options } = useConversation.getState();
  const place = editKey(message.id);
  if (isReading(place) && !(await allRead(place))) return false;
  const items = itemsOf(useAttachments.getState(), place);
  const isNothing = text.trim() === '' && items.length === 0;
  if (chatId === null || isNothing || hasBadName(place) || refuseTrouble(place, message.role)) return false;
  const { parentId } = message;
  const name = editedName(message) ?? undefined;
  const again = async () => void (await sendEdited(message, text));
  const opened = await askOrOffer(again)(chatId, () =>
    request('chat.send', { chatId, parentId, text, name, options, ...refsOf(items) }),
  );
  if (opened !== null) forgetEdit(chatId, message.id);
  return opened !== null;
};

/** Answers the same question once more. */
export const regenerate = async (message: Message): Promise<void> => {
  const { chatId, id: messageId } = message;
  await askOrOffer(() => regenerate(message))(chatId, () =>
    request('chat.regenerate', { chatId, messageId }),
  );
};

/** Makes the request of an answer once more, exactly as it was: whatever the settings are now. */
export const repeatExactly = async ({ chatId, id: messageId }: Message): Promise<void> => {
  await askAnyway(chatId, () => request('chat.repeat', { chatId, messageId }));
};

/** Goes on from a cut reply. */
export const continueReply = async (message: Message): Promise<void> => {
  const { chatId, id: messageId } = message;
  await askOrOffer(() => continueReply(message))(chatId, () =>
    request('chat.continue', { chatId, messageId }),
  );
};

/** Stops the reply, or of several only the one asked for; what came stays. */
export const stopReply = async (chatId: string, messageId?: string): Promise<void> => {
  await request('chat.stop', messageId === undefined ? { chatId } : { chatId, messageId }).catch(tellError);
};

/** Shows another branch of the chat's tree. */
export const selectBranch = async (chatId: string, messageId: string): Promise<void> => {
  try {
    const opened = await nearReader(await request('chat.selectBranch', { chatId, messageId }));
    if (useConversation.getState().chatId === chatId) showOpened(opened);
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Notes that a chat's reply began or ended. */
export const noteBusy = (chatId: string, busy: boolean): void =>
  useChatList.setState((list) => withBusy(list, chatId, busy));

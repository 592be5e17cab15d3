import type { OpenedChat } from '../../preload/contract/history';
import { toAppError } from '../../preload/contract/result';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { withChat, withPage } from '../stores/chat-list';
import { useChatList } from '../stores/chat-list-store';
import { useComposer } from '../stores/composer-store';
import { newConversation, useConversation } from '../stores/conversation-store';
import { showPlace } from '../stores/find-store';
import { beginLiveAnswer, keepLiveAnswers } from '../stores/live-answers';
import { tellError } from '../stores/notices-store';
import { restoreResults } from '../stores/results-store';
import { hasEnd, shownMessages, type Transcript, withEarlier, withLastPage } from '../stores/transcript';
import { flushDraft, restoreDraft } from './drafts';
import { restoreEdits } from './edit-drafts';
import { scheduleEstimate } from './estimates';
import { flushOptions } from './options';

const followLiveAnswers = (transcript: Transcript) => {
  const streaming = shownMessages(transcript).filter(({ status }) => status === 'streaming');
  keepLiveAnswers(new Set(streaming.map(({ id }) => id)));
  for (const message of streaming) beginLiveAnswer(message.id, message.parts);
};

/**
 * Shows a chat as main just described it: its end, keeping the reader's place where the path is the same, or the stretch
 * around a place.
 */
export const showOpened = (
  { chat, transcript: page, draft, resultDrafts = [], editDrafts = [] }: OpenedChat,
  what: 'end' | 'place' = 'end',
): void => {
  useConversation.setState((state) => {
    const known = state.chatId === chat.id ? state.transcript : { entries: [], before: null };
    const transcript = what === 'end' ? withLastPage(known, page) : page;
    const stretch = state.stretch + (hasEnd(known) ? 0 : 1);
    const options = state.chatId === chat.id && state.chat !== null ? state.options : chat.options;
    return { chatId: chat.id, chat, phase: 'ready', transcript, stretch, options };
  });
  followLiveAnswers(useConversation.getState().transcript);
  useChatList.setState((list) => withChat(list, chat));
  restoreResults(resultDrafts);
  restoreEdits(editDrafts);
  restoreDraft(chat.id, draft);
  scheduleEstimate(0);
};

const leaveChat = () => {
  flushDraft();
  void flushOptions();
};

/** Leaves the chat on screen for another one, which is on its way. */
export const beginOpening = (chatId: string): void => {
  leaveChat();
  showPlace(null);
  keepLiveAnswers(new Set());
  const options = useApp.getState().settings.newChat;
  useConversation.setState({ ...newConversation(options), chatId, phase: 'loading' });
};

/** Opens a chat at its end. */
export const openChat = async (chatId: string): Promise<void> => {
  if (useConversation.getState().chatId === chatId && useConversation.getState().phase === 'ready') return;
  beginOpening(chatId);
  await rereadChat(chatId);
};

/** Reads the chat on screen again: after a hole in a streaming text, or when the history came back. */
export const rereadChat = async (chatId: string): Promise<void> => {
  try {
    const opened = await request('chat.open', { chatId });
    if (useConversation.getState().chatId === chatId) showOpened(opened);
  } catch (thrown) {
    const { chatId: current, phase } = useConversation.getState();
    if (current === chatId && phase !== 'ready')
      useConversation.setState({ phase: { failed: toAppError(thrown) } });
  }
};

/** Goes to the chat that does not exist yet; what was typed for it is still there. */
export const newChat = (): void => {
  leaveChat();
  keepLiveAnswers(new Set());
  const options = useComposer.getState().newChatOptions ?? useApp.getState().settings.newChat;
  useConversation.setState(newConversation(options));
  scheduleEstimate(0);
};

/** Loads the messages before those that are loaded. */
export const loadEarlier = async (): Promise<void> => {
  const { chatId, transcript, loadingEarlier } = useConversation.getState();
  if (chatId === null || transcript.before === null || loadingEarlier) return;
  useConversation.setState({ loadingEarlier: true });
  try {
    const page = await request('chat.earlier', { chatId, before: transcript.before });
    if (useConversation.getState().chatId !== chatId) return;
    useConversation.setState((state) => ({ transcript: withEarlier(state.transcript, page) }));
  } catch (thrown) {
    tellError(thrown);
  } finally {
    if (useConversation.getState().chatId === chatId) useConversation.setState({ loadingEarlier: false });
  }
};

let loadingChats = false;

/** Loads the next page of the chat list. */
export const loadMoreChats = async (): Promise<void> => {
  const { cursor } = useChatList.getState();
  if (cursor === null || loadingChats) return;
  loadingChats = true;
  try {
    const page = await request('chat.list', { cursor });
    useChatList.setState((list) => withPage(list, page));
  } catch (thrown) {
    tellError(thrown);
  } finally {
    loadingChats = false;
  }
};

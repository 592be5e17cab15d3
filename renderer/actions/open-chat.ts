import type { ChatCursor, OpenedChat, TranscriptPage } from '../../preload/contract/history';
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
import { emptyTranscript, shownMessages, type Transcript, withPath, withStretch } from '../stores/transcript';
import { flushDraft, restoreDraft } from './drafts';
import { restoreEdits } from './edit-drafts';
import { scheduleEstimate } from './estimates';
import { nearReader } from './near-reader';
import { flushOptions } from './options';
import { flushReading } from './reading';

const followLiveAnswers = (transcript: Transcript) => {
  const streaming = shownMessages(transcript).filter(({ status }) => status === 'streaming');
  keepLiveAnswers(new Set(streaming.map(({ id }) => id)));
  for (const message of streaming) beginLiveAnswer(message.id, message.parts);
};

/** Adds a stretch of the path on screen. */
export const showStretch = (page: TranscriptPage): void => {
  useConversation.setState(({ transcript }) => ({ transcript: withStretch(transcript, page) }));
  followLiveAnswers(useConversation.getState().transcript);
};

/** Sends the reader to the end of the transcript. */
export const goToEnd = (): void => useConversation.setState(({ endCalls }) => ({ endCalls: endCalls + 1 }));

/** Shows a chat as main just described it; what is loaded of the same path stays, and with it the reader's place. */
export const showOpened = ({
  chat,
  transcript: page,
  place,
  draft,
  resultDrafts = [],
  editDrafts = [],
}: OpenedChat): void => {
  useConversation.setState((state) => {
    const isSame = state.chatId === chat.id;
    const transcript = withPath(isSame ? state.transcript : emptyTranscript, page);
    const options = isSame && state.chat !== null ? state.options : chat.options;
    return { chatId: chat.id, chat, phase: 'ready', transcript, place: place ?? null, options };
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
  flushReading();
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

/** Opens a chat where its reader left it, or at its end. */
export const openChat = async (chatId: string, atPlace = true): Promise<void> => {
  if (useConversation.getState().chatId === chatId && useConversation.getState().phase === 'ready') return;
  beginOpening(chatId);
  await rereadChat(chatId, atPlace);
};

/** Reads the chat on screen again: after a hole in a streaming text, or when the history came back. */
export const rereadChat = async (chatId: string, atPlace = false): Promise<void> => {
  try {
    const opened = await nearReader(await request('chat.open', { chatId, atPlace }));
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

let loadingChats: Promise<void> | null = null;

const readMoreChats = async (cursor: ChatCursor): Promise<void> => {
  try {
    const page = await request('chat.list', { cursor });
    useChatList.setState((list) => withPage(list, page));
  } catch (thrown) {
    tellError(thrown);
  } finally {
    loadingChats = null;
  }
};

/** Loads the next page of the chat list. */
export const loadMoreChats = (): Promise<void> => {
  const { cursor } = useChatList.getState();
  if (cursor === null) return Promise.resolve();
  loadingChats ??= readMoreChats(cursor);
  return loadingChats;
};

import type { Bridge } from '../../preload/contract/bridge';
import type { CommandId } from '../../preload/contract/commands';
import type { EventPayload, TurnDelta, TurnRetry } from '../../preload/contract/events';
import type { Chat, Message } from '../../preload/contract/history';
import type { Settings } from '../../preload/contract/settings';
import type { HistoryState } from '../../preload/contract/snapshot';
import { changeLocale } from '../i18n/i18n';
import { pickLocale } from '../i18n/pick-locale';
import { isUnread, useApp } from '../stores/app-store';
import { useComposer } from '../stores/composer-store';
import { useConversation } from '../stores/conversation-store';
import { addLivePiece, beginLiveAnswer, endLiveAnswer } from '../stores/live-answers';
import { noModels, useModels } from '../stores/models-store';
import { useNative } from '../stores/native-store';
import { tellError } from '../stores/notices-store';
import { isQuick } from '../stores/quick-mode';
import { withMessage } from '../stores/transcript';
import { takeUnread } from '../stores/unread-store';
import { useView } from '../stores/view-store';
import { refreshSpending } from './budget';
import { forgetChats, noteChat } from './chats';
import { debounced } from './debounced';
import { readQuickDraft } from './drafts';
import { followAskedModel, loadModels } from './endpoints';
import { scheduleEstimate } from './estimates';
import { takeMirror } from './mirror';
import { rereadChat } from './open-chat';
import { takeOpened } from './opened';
import { scheduleOrder, takeChats } from './order';
import { searchAgain } from './search';
import { readSnapshot } from './snapshot';
import { takeTransfer } from './transfer';
import { noteBusy } from './turns';
import { saveUnsavedDrafts } from './unsaved-drafts';
import { takeUpdates } from './updates';

/** Longer than main's journal interval, so that reading again finds what was missing. */
const MEND_PAUSE_MS = 300;

const pendingMend = debounced();

const dropRetry = (messageId: string) => {
  const { [messageId]: dropped, ...retries } = useConversation.getState().retries;
  if (dropped !== undefined) useConversation.setState({ retries });
};

const takeRetry = (retry: TurnRetry) => {
  if (useConversation.getState().chatId !== retry.chatId) return;
  const own = Object.fromEntries(retry.messageIds.map((id) => [id, retry]));
  useConversation.setState(({ retries }) => ({ retries: { ...retries, ...own } }));
};

const takeDeltas = (deltas: readonly TurnDelta[]) => {
  const { chatId } = useConversation.getState();
  for (const delta of deltas) {
    if (delta.chatId !== chatId) continue;
    dropRetry(delta.messageId);
    if (!addLivePiece(delta.messageId, delta)) {
      pendingMend.schedule(() => void rereadChat(delta.chatId), MEND_PAUSE_MS);
    }
  }
};

const takeMessage = (message: Message) => {
  const { chatId, transcript } = useConversation.getState();
  if (message.chatId !== chatId) return;
  useConversation.setState({ transcript: withMessage(transcript, message) });
  if (message.status === 'streaming') {
    beginLiveAnswer(message.id, message.parts);
    return;
  }
  endLiveAnswer(message.id);
  useView.setState({ announcement: message.status === 'complete' ? 'replyComplete' : 'replyEnded' });
};

/** A comparison whose answer in use failed goes on from another one when all have ended. */
const takeChat = (chat: Chat) => {
  noteChat(chat);
  const { chatId, transcript } = useConversation.getState();
  const end = transcript.entries.at(-1);
  const isBeside = end?.message.id !== chat.leafId && end?.answers.some(({ id }) => id === chat.leafId);
  if (chat.id === chatId && isBeside) void rereadChat(chat.id);
};

const takeSettings = (settings: Settings) => {
  const { language, modelFacts } = useApp.getState().settings;
  useApp.setState({ settings });
  if (JSON.stringify(settings.modelFacts) !== JSON.stringify(modelFacts)) {
    void loadModels(false);
    scheduleEstimate(0);
  }
  const { chatId } = useConversation.getState();
  if (chatId === null && useComposer.getState().newChatOptions === null) {
    useConversation.setState({ options: settings.newChat });
  }
  if (settings.language !== language) {
    changeLocale(pickLocale(settings.language, navigator.language)).catch(tellError);
  }
};

const takeEndpoints = (change: EventPayload<'endpoints.changed'>) => {
  if (change.endpointId !== useApp.getState().endpointId) useModels.setState(noModels);
  useApp.setState(change);
  void loadModels(false);
  scheduleEstimate(0);
};

const isUsable = ({ kind }: HistoryState): boolean => kind === 'open' || kind === 'readOnly';

/**
 * True when all is to be asked for again: there are chats now, or the history is no longer being opened. The answer to the
 * page's first request says that it is, and may come after this.
 */
const isNews = (before: HistoryState, now: HistoryState): boolean =>
  (isUnread(before) && !isUnread(now)) ||
  (now.kind !== 'starting' && (before.kind === 'starting' || (isUsable(now) && !isUsable(before))));

const takeHistoryState = async (history: HistoryState) => {
  const before = useApp.getState().history;
  if (history.kind === 'open') saveUnsavedDrafts();
  if (!isNews(before, history)) {
    useApp.setState({ history });
    return;
  }
  try {
    // With its chats at once: without them it would look like an empty history.
    await readSnapshot();
    if (isQuick) await readQuickDraft();
  } catch (thrown) {
    useApp.setState({ history });
    tellError(thrown);
  }
  if (!isUsable(history)) return;
  const { chatId } = useConversation.getState();
  searchAgain();
  if (chatId !== null) await rereadChat(chatId);
  scheduleEstimate(0);
};

const noteTurn = (chatId: string, began: boolean) => {
  noteBusy(chatId, began);
  if (useConversation.getState().chatId !== chatId) return;
  useConversation.setState({ retries: {} });
  if (began) useView.setState({ announcement: 'none' });
  else scheduleEstimate(0);
};

/** Keeps the stores in step with main; `onCommand` carries out what the menu asks for. Returns the undo. */
export const followEvents = (on: Bridge['on'], onCommand: (command: CommandId) => void): (() => void) => {
  const undos = [
    followAskedModel(),
    on['settings.changed'](takeSettings),
    on['endpoints.changed'](takeEndpoints),
    on['models.changed'](({ endpointId }) => {
      if (useApp.getState().endpointId === endpointId) void loadModels(false);
    }),
    on['vault.changed']((vault) => useApp.setState({ vault })),
    on['history.changed']((history) => void takeHistoryState(history)),
    on['chat.changed']((chat) => {
      takeChat(chat);
      scheduleOrder();
    }),
    on['chats.changed'](takeChats),
    on['chat.removed'](({ chatId }) => {
      forgetChats([chatId]);
      scheduleOrder();
    }),
    on['message.changed'](takeMessage),
    on['turn.started'](({ chatId }) => noteTurn(chatId, true)),
    on['turn.delta'](takeDeltas),
    on['turn.retry'](takeRetry),
    on['app.opened'](() => void takeOpened()),
    on['transfer.changed'](takeTransfer),
    on['mirror.changed'](takeMirror),
    on['native.changed']((facts) => useNative.setState({ facts })),
    on['unread.changed'](({ chatIds }) => takeUnread(chatIds)),
    on['update.changed'](takeUpdates),
    on['turn.ended'](({ chatId }) => {
      noteTurn(chatId, false);
      refreshSpending();
    }),
    on['menu.command'](({ command }) => onCommand(command)),
  ];
  return () => {
    for (const undo of undos) undo();
  };
};

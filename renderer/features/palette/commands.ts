import { type CommandId, commandIds } from '../../../preload/contract/commands';
import type { Chat, Message } from '../../../preload/contract/history';
import { archiveChat, deleteChat, pinChat } from '../../actions/chats';
import { openFind } from '../../actions/find';
import { printChat, quickAsk } from '../../actions/native';
import { newChat, openChat } from '../../actions/open-chat';
import { addSamples, removeSamples } from '../../actions/samples';
import { exportAll, openImport } from '../../actions/transfer';
import { regenerate, stopReply } from '../../actions/turns';
import { request } from '../../ipc/client';
import { isClosed, useApp } from '../../stores/app-store';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { showTrash } from '../../stores/keeping-store';
import { tellError } from '../../stores/notices-store';
import { showOrganise } from '../../stores/order-store';
import { isPanelUseful, togglePanel } from '../../stores/panel-room';
import { useSampleChats } from '../../stores/sample-chats';
import { focusSearchBox } from '../../stores/search-store';
import { messageText } from '../../stores/transcript';
import {
  focusMessageBox,
  openModelList,
  showDialog,
  showSettings,
  showSettingsAt,
  toggleSideBar,
} from '../../stores/view-store';
import { copiedText } from '../transcript/copied-text';

interface Command {
  readonly run: () => void;
  /** Absent: always. */
  readonly isPossible?: () => boolean;
}

const chatOnScreen = (): Chat | null => useConversation.getState().chat;

const isBusy = (): boolean => {
  const chat = chatOnScreen();
  return chat !== null && useChatList.getState().busy.has(chat.id);
};

const lastReply = (): Message | null => {
  const message = useConversation.getState().transcript.entries.at(-1)?.message;
  return message?.role === 'assistant' && message.id === chatOnScreen()?.leafId ? message : null;
};

const replyText = (message: Message | null): string =>
  message === null ? '' : copiedText(message, messageText(message));

/** A command on the chat on screen. */
const onChat = (run: (chat: Chat) => void): Command => ({
  run: () => {
    const chat = chatOnScreen();
    if (chat !== null) run(chat);
  },
  isPossible: () => chatOnScreen() !== null,
});

/** A command on the last reply while none is being written. */
const onReply = (run: (message: Message) => void, isPossible: (message: Message) => boolean): Command => {
  const reply = () => {
    const message = lastReply();
    return message !== null && !isBusy() && isPossible(message) ? message : null;
  };
  return {
    run: () => {
      const message = reply();
      if (message !== null) run(message);
    },
    isPossible: () => reply() !== null,
  };
};

const goToChat = (by: -1 | 1) => () => {
  const { chats } = useChatList.getState();
  const at = chats.findIndex(({ id }) => id === useConversation.getState().chatId);
  const next = chats[at < 0 ? (by > 0 ? 0 : chats.length - 1) : (at + by + chats.length) % chats.length];
  if (next !== undefined) void openChat(next.id);
};

const hasChats = (): boolean => useChatList.getState().chats.length > 0;
const hasHistory = (): boolean => !isClosed(useApp.getState().history);
const hasSamples = (): boolean => useSampleChats.getState().ids.length > 0;
const setTheme = (theme: 'light' | 'dark' | 'system') => () =>
  void request('settings.update', { theme }).catch(tellError);

const commands: Readonly<Record<CommandId, Command>> = {
  palette: { run: () => showDialog('palette') },
  newChat: {
    run: () => {
      newChat();
      focusMessageBox();
    },
  },
  search: { run: focusSearchBox, isPossible: hasHistory },
  find: { run: openFind },
  messageBox: { run: focusMessageBox },
  chooseModel: { run: openModelList, isPossible: () => useApp.getState().endpointId !== null },
  sideBar: { run: toggleSideBar },
  generationSettings: { run: togglePanel, isPossible: () => isPanelUseful(useApp.getState()) },
  nextChat: { run: goToChat(1), isPossible: hasChats },
  previousChat: { run: goToChat(-1), isPossible: hasChats },
  stop: { ...onChat(({ id }) => void stopReply(id)), isPossible: isBusy },
  regenerate: onReply(
    (message) => void regenerate(message),
    () => true,
  ),
  copyReply: onReply(
    (message) => void navigator.clipboard.writeText(replyText(message)).catch(tellError),
    (message) => replyText(message) !== '',
  ),
  quickAsk: { run: quickAsk },
  pinChat: onChat((chat) => void pinChat(chat)),
  archiveChat: onChat((chat) => void archiveChat(chat.id, chat.isArchived !== true)),
  moveChat: onChat(({ id }) => showOrganise({ kind: 'move', chatIds: [id] })),
  tagChat: onChat((chat) => showOrganise({ kind: 'tags', chats: [chat] })),
  printChat: onChat(({ id }) => printChat(id)),
  deleteChat: onChat((chat) => void deleteChat(chat)),
  import: { run: openImport, isPossible: hasHistory },
  exportAll: { run: () => void exportAll(), isPossible: hasHistory },
  trash: { run: () => showTrash(true), isPossible: hasHistory },
  lightTheme: { run: setTheme('light') },
  darkTheme: { run: setTheme('dark') },
  systemTheme: { run: setTheme('system') },
  settings: { run: () => showSettings(true) },
  settingsFile: { run: () => showSettingsAt('settingsFile') },
  storage: { run: () => showSettingsAt('storage') },
  shortcuts: { run: () => showDialog('shortcuts') },
  whatsNew: { run: () => showDialog('whatsNew') },
  addSamples: { run: () => void addSamples(), isPossible: () => hasHistory() && !hasSamples() },
  removeSamples: { run: () => void removeSamples(), isPossible: () => hasHistory() && hasSamples() },
};

const canRun = (command: CommandId): boolean => commands[command].isPossible?.() ?? true;

/** The commands that can be given now, in the order of the list. */
export const possibleCommands = (): readonly CommandId[] => commandIds.filter(canRun);

/** What is behind a dialog is not to be changed from in front of it. */
export const isCovered = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Carries out a command; one that is not possible now does nothing. */
export const runCommand = (command: CommandId): void => {
  if (!isCovered() && canRun(command)) commands[command].run();
};

/** The same, and the command palette offers it first from now on. */
export const runFromPalette = (command: CommandId): void => {
  const { recentCommands } = useApp.getState().settings;
  const recent = [command, ...recentCommands.filter((other) => other !== command)];
  request('settings.update', { recentCommands: recent }).catch(tellError);
  if (canRun(command)) commands[command].run();
};

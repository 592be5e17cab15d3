import type { Chat } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { withChats, withoutChats } from '../stores/chat-list';
import { useChatList } from '../stores/chat-list-store';
import { useConversation } from '../stores/conversation-store';
import { tell, tellError } from '../stores/notices-store';
import { dropListed, noteListed } from '../stores/order-store';
import { withoutHitsOf } from '../stores/search-store';
import { noteAct } from '../stores/undo-store';
import { newChat, openChat } from './open-chat';

const attempt = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (thrown) {
    tellError(thrown);
    return false;
  }
};

const rename = (chatId: string, title: string): Promise<boolean> =>
  attempt(async () => noteChat(await request('chat.rename', { chatId, title })));

/** Gives a chat another title. */
export const renameChat = async ({ id: chatId, title: former }: Chat, title: string): Promise<void> => {
  if (!(await rename(chatId, title)) || former === '') return;
  const undo = noteAct({
    undo: async () => void (await rename(chatId, former)),
    redo: async () => void (await rename(chatId, title)),
  });
  tell({ kind: 'chatChanged', what: 'renamed', title, undo });
};

const pin = (chatId: string, isPinned: boolean): Promise<boolean> =>
  attempt(async () => noteChat(await request('chat.pin', { chatId, isPinned })));

/** Keeps a chat at the top of the list, or no longer, which can be undone. */
export const pinChat = async ({ id: chatId, title, ...chat }: Chat): Promise<void> => {
  const isPinned = chat.isPinned === true;
  if (!(await pin(chatId, !isPinned))) return;
  const set = (value: boolean) => async () => void (await pin(chatId, value));
  const undo = noteAct({ undo: set(isPinned), redo: set(!isPinned) });
  tell({ kind: 'chatChanged', what: isPinned ? 'unpinned' : 'pinned', title, undo });
};

const archive = async (chatId: string, isArchived: boolean): Promise<Chat | null> => {
  try {
    const chat = await request('chat.archive', { chatId, isArchived });
    noteChat(chat);
    return chat;
  } catch (thrown) {
    tellError(thrown);
    return null;
  }
};

const tellArchived = (
  { id, title }: Chat,
  isArchived: boolean,
  what: 'archived' | 'unarchived' | 'cameBack',
): void => {
  const set = (value: boolean) => async () => void (await archive(id, value));
  const undo = noteAct({ undo: set(!isArchived), redo: set(isArchived) });
  tell({ kind: 'chatChanged', what, title, undo });
};

/** Puts a chat away from the list, or back, which can be undone. */
export const archiveChat = async (chatId: string, isArchived: boolean): Promise<void> => {
  const chat = await archive(chatId, isArchived);
  if (chat !== null) tellArchived(chat, isArchived, isArchived ? 'archived' : 'unarchived');
};

/** Tells that a chat came back from the archive because something was written in it. */
export const noteCameBack = (chat: Chat): void => {
  noteChat(chat);
  tellArchived(chat, false, 'cameBack');
};

const trash = (chatId: string): Promise<boolean> =>
  attempt(async () => {
    await request('chat.delete', { chatId });
    forgetChats([chatId]);
  });

/** Moves a chat to the Trash and offers to undo it. */
export const deleteChat = async ({ id: chatId, title }: Chat): Promise<void> => {
  if (!(await trash(chatId))) return;
  const undo = noteAct({ undo: () => restoreChat(chatId), redo: async () => void (await trash(chatId)) });
  tell({ kind: 'chatChanged', what: 'deleted', title, undo });
};

/** Brings a deleted chat back and opens it. */
export const restoreChat = async (chatId: string): Promise<void> => {
  try {
    noteChat(await request('chat.restore', { chatId }));
    await openChat(chatId);
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Takes the new state of chats into the lists and, if one is on screen, into the conversation. */
export const noteChats = (chats: readonly Chat[]): void => {
  useChatList.setState((list) => withChats(list, chats));
  noteListed(chats);
  const shown = chats.find(({ id }) => id === useConversation.getState().chatId);
  if (shown !== undefined) useConversation.setState({ chat: shown });
};

/** Takes a chat's new state into the lists and, if it is on screen, into the conversation. */
export const noteChat = (chat: Chat): void => noteChats([chat]);

/** Takes chats off the page. */
export const forgetChats = (chatIds: readonly string[]): void => {
  const ids = new Set(chatIds);
  useChatList.setState((list) => withoutChats(list, ids));
  dropListed(ids);
  withoutHitsOf(ids);
  const { chatId } = useConversation.getState();
  if (chatId !== null && ids.has(chatId)) newChat();
};

import type { Chat } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { withChat, withoutChat } from '../stores/chat-list';
import { useChatList } from '../stores/chat-list-store';
import { useConversation } from '../stores/conversation-store';
import { tell, tellError } from '../stores/notices-store';
import { dropListed, noteListed } from '../stores/order-store';
import { withoutHitsOf } from '../stores/search-store';
import { newChat, openChat } from './open-chat';

/** Gives a chat another title. */
export const renameChat = async (chatId: string, title: string): Promise<void> => {
  try {
    noteChat(await request('chat.rename', { chatId, title }));
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Keeps a chat at the top of the list, or no longer. */
export const pinChat = async ({ id: chatId, isPinned }: Chat): Promise<void> => {
  try {
    noteChat(await request('chat.pin', { chatId, isPinned: isPinned !== true }));
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Puts a chat away from the list, which can be undone, or back. */
export const archiveChat = async (chatId: string, isArchived: boolean): Promise<void> => {
  try {
    const chat = await request('chat.archive', { chatId, isArchived });
    noteChat(chat);
    if (isArchived) tell({ kind: 'chatArchived', chatId, title: chat.title });
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Deletes a chat and offers to undo it. */
export const deleteChat = async ({ id: chatId, title }: Chat): Promise<void> => {
  try {
    await request('chat.delete', { chatId });
    forgetChat(chatId);
    tell({ kind: 'chatDeleted', chatId, title });
  } catch (thrown) {
    tellError(thrown);
  }
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

/** Takes a chat's new state into the list and, if it is on screen, into the conversation. */
export const noteChat = (chat: Chat): void => {
  useChatList.setState((list) => withChat(list, chat));
  noteListed(chat);
  if (useConversation.getState().chatId === chat.id) useConversation.setState({ chat });
};

/** Takes a chat off the page. */
export const forgetChat = (chatId: string): void => {
  useChatList.setState((list) => withoutChat(list, chatId));
  dropListed(chatId);
  withoutHitsOf(chatId);
  if (useConversation.getState().chatId === chatId) newChat();
};

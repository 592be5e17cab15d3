import { create } from 'zustand';
import type { ChatList } from './chat-list';

/** Projection of the chat list. */
export const useChatList = create<ChatList>()(() => ({ chats: [], cursor: null, busy: new Set() }));

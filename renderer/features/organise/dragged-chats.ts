import type { DragEvent } from 'react';
import { changeChats } from '../../actions/order';
import { useSelection } from '../../stores/selection-store';

/** What chats are dragged as: nothing outside Parlance knows it. */
const TYPE = 'application/x-parlance-chats';

/** Begins to drag a chat, with all others that are selected where it is one of them. */
export const dragChat = (event: DragEvent, chatId: string): void => {
  const { ids } = useSelection.getState();
  event.dataTransfer.setData(TYPE, JSON.stringify(ids.has(chatId) ? [...ids] : [chatId]));
  event.dataTransfer.effectAllowed = 'move';
};

/** Whether chats are dragged; if so, they may be dropped here. */
export const allowChats = (event: DragEvent): boolean => {
  if (!event.dataTransfer.types.includes(TYPE)) return false;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'move';
  return true;
};

/** Drops the chats into a folder, or (null) out of theirs. */
export const dropChats = (event: DragEvent, folderId: string | null): void => {
  const data = event.dataTransfer.getData(TYPE);
  if (data === '') return;
  event.preventDefault();
  event.stopPropagation();
  void changeChats(JSON.parse(data) as readonly string[], { kind: 'move', folderId });
};

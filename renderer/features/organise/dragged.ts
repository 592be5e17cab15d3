import type { DragEvent } from 'react';
import type { Folder } from '../../../preload/contract/organise';
import { changeFolder } from '../../actions/folders';
import { dragOut } from '../../actions/native';
import { changeChats } from '../../actions/order';
import { placesFor, useOrder } from '../../stores/order-store';
import { useSelection } from '../../stores/selection-store';

/** What chats and folders are dragged as: nothing outside Parlance knows it, and what is outside is no business of ours. */
const TYPE = 'application/x-parlance-list';

type Dragged =
  | { readonly kind: 'chats'; readonly ids: readonly string[] }
  | { readonly kind: 'folder'; readonly folder: Folder };

// What is dragged can be read only when it is dropped, but has to be known before.
let dragged: Dragged | null = null;

const begin = (event: DragEvent, what: Dragged): void => {
  dragged = what;
  event.stopPropagation();
  event.dataTransfer.setData(TYPE, '');
  event.dataTransfer.effectAllowed = 'move';
};

/** How many are dragged, beside the pointer: the picture of one would tell nothing of the others. */
const showCount = (event: DragEvent, label: string): void => {
  const picture = document.createElement('div');
  picture.textContent = label;
  picture.style.cssText =
    'position:fixed;inset-block-start:-99px;padding:6px 12px;border-radius:8px;background:var(--raised);color:var(--text)';
  document.body.append(picture);
  event.dataTransfer.setDragImage(picture, 0, 0);
  requestAnimationFrame(() => picture.remove());
};

/**
 * Begins to drag a chat, with all others that are selected where it is one of them; with Ctrl (on macOS Alt) as files, out of the window.
 * @param label what so many are called.
 */
export const dragChat = (event: DragEvent, chatId: string, label: (count: number) => string): void => {
  const { ids } = useSelection.getState();
  const all = ids.has(chatId) ? [...ids] : [chatId];
  // As in file managers: a copy of it goes there. Alt with the mouse moves windows on some Linux desktops, Ctrl is a click of macOS.
  if (event.altKey || event.ctrlKey) {
    event.preventDefault();
    dragOut(all);
    return;
  }
  begin(event, { kind: 'chats', ids: all });
  if (all.length > 1) showCount(event, label(all.length));
};

/** Begins to drag a folder with all that is in it. */
export const dragFolder = (event: DragEvent, folder: Folder): void =>
  begin(event, { kind: 'folder', folder });

const fits = (folderId: string | null): boolean => {
  if (dragged === null) return false;
  if (dragged.kind === 'chats' || folderId === null) return true;
  return placesFor(useOrder.getState().folders, dragged.folder).some(({ id }) => id === folderId);
};

/** Whether what is dragged may be dropped into a folder, or (null) out of all; if so, it is let. */
export const allowDrop = (event: DragEvent, folderId: string | null): boolean => {
  if (!(event.dataTransfer.types.includes(TYPE) && fits(folderId))) return false;
  event.preventDefault();
  event.stopPropagation();
  event.dataTransfer.dropEffect = 'move';
  return true;
};

/** Drops what is dragged into a folder, or (null) out of all. */
export const drop = (event: DragEvent, folderId: string | null): void => {
  if (dragged === null || !event.dataTransfer.types.includes(TYPE)) return;
  event.preventDefault();
  event.stopPropagation();
  if (dragged.kind === 'chats') void changeChats(dragged.ids, { kind: 'move', folderId });
  else if (dragged.folder.parentId !== folderId) void changeFolder(dragged.folder, { parentId: folderId });
  dragged = null;
};

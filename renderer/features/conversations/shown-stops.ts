import i18next from 'i18next';
import type { Chat } from '../../../preload/contract/history';
import type { Folder } from '../../../preload/contract/organise';
import { useChatList } from '../../stores/chat-list-store';
import { type Listing, listingKey, topFolders, useOrder } from '../../stores/order-store';
import { focusChat, listOf } from './list-focus';

/** What the list of all chats is kept under; the others have their `listingKey`. */
export const ALL_CHATS = 'all';

/** Where the arrow keys stop: a chat of one of the lists that are shown, or a folder. */
export interface Stop {
  readonly kind: 'chat' | 'folder';
  readonly id: string;
  readonly name: string;
  /** What its list is kept under; of a folder ''. */
  readonly list: string;
}

const chatStops = (list: string, chats: readonly Chat[]): readonly Stop[] =>
  chats.map(({ id, title }) => ({
    kind: 'chat',
    id,
    name: title === '' ? i18next.t('conversations.untitled') : title,
    list,
  }));

const listingStops = (listing: Listing | undefined): readonly Stop[] =>
  listing === undefined ? [] : chatStops(listingKey(listing.filter), listing.chats);

const folderStops = (folder: Folder): readonly Stop[] => {
  const { folders, open, listings } = useOrder.getState();
  const own: Stop = { kind: 'folder', id: folder.id, name: folder.name, list: '' };
  if (!open.has(folder.id)) return [own];
  const below = folders.filter(({ parentId }) => parentId === folder.id).flatMap(folderStops);
  return [own, ...below, ...listingStops(listings[listingKey({ kind: 'folder', folderId: folder.id })])];
};

/** All chats and folders that are shown, in the order they are shown in, whether they are in view or not. */
export const shownStops = (): readonly Stop[] => {
  const { filter, folders, listings } = useOrder.getState();
  if (filter !== null) return listingStops(listings[listingKey(filter)]);
  return [...topFolders(folders).flatMap(folderStops), ...chatStops(ALL_CHATS, useChatList.getState().chats)];
};

/** The place among `stops` of the one that an element of the page is; -1: of none. */
export const placeOf = (stops: readonly Stop[], element: HTMLElement): number => {
  const { chat, folder } = element.dataset;
  const list = chat === undefined ? '' : listOf(element);
  return stops.findIndex((stop) => stop.id === (chat ?? folder) && stop.list === list);
};

/** Puts the focus on a stop. */
export const focusStop = ({ kind, id, list }: Stop): void => {
  if (kind === 'chat') focusChat(list, id);
  else document.querySelector<HTMLElement>(`[data-folder="${id}"]`)?.focus();
};

import { create } from 'zustand';
import type { Chat, ChatCursor, ChatPage } from '../../preload/contract/history';
import type { ChatFilter, ChatOrder, Folder } from '../../preload/contract/organise';
import { latestFirst } from './chat-list';
import { rememberedFolders } from './open-folders';

/** The part of a list of chats that is loaded, latest change first. */
export interface Listing {
  readonly filter: ChatFilter;
  readonly chats: readonly Chat[];
  readonly cursor: ChatCursor | null;
}

/** What is being organised in a dialog. */
export type OrganiseDialog =
  | { readonly kind: 'move'; readonly chatIds: readonly string[] }
  | { readonly kind: 'tags'; readonly chats: readonly Chat[] }
  | { readonly kind: 'filter' }
  | { readonly kind: 'newFolder'; readonly parentId: string | null }
  | { readonly kind: 'renameFolder'; readonly folder: Folder }
  | { readonly kind: 'moveFolder'; readonly folder: Folder };

interface OrderView extends ChatOrder {
  /** Folders that show what is in them. */
  readonly open: ReadonlySet<string>;
  /** By `listingKey`: of folders that were opened, and of the filter. */
  readonly listings: Readonly<Record<string, Listing>>;
  /** Which chats are shown; null: all that are in no folder, below the folders. */
  readonly filter: ChatFilter | null;
  readonly dialog: OrganiseDialog | null;
}

/** Folders, tags and lists of chats beside the main one. */
export const useOrder = create<OrderView>()(() => ({
  folders: [],
  tags: [],
  models: [],
  open: rememberedFolders(),
  listings: {},
  filter: null,
  dialog: null,
}));

/** What a list is kept under. */
export const listingKey = (filter: ChatFilter): string => JSON.stringify(filter);

/** Opens a dialog, or (null) closes it. */
export const showOrganise = (dialog: OrganiseDialog | null): void => useOrder.setState({ dialog });

const midnight = (): number => new Date().setHours(0, 0, 0, 0);

/** Whether a list holds a chat; null: the chat does not tell. */
const belongs = (filter: ChatFilter, chat: Chat): boolean | null => {
  if (filter.kind === 'archived') return chat.isArchived === true;
  if (chat.isArchived) return false;
  switch (filter.kind) {
    case 'folder':
      return chat.folderId === filter.folderId;
    case 'tag':
      return chat.tags?.includes(filter.tag) ?? false;
    case 'today':
      return chat.updatedAt >= midnight();
    case 'images':
    case 'model':
      return null;
  }
};

/** The list with new or changed chats in their places. One that belongs to a page not loaded yet is left to that page. */
export const withListed = (listing: Listing, changed: readonly Chat[]): Listing => {
  const ids = new Set(changed.map(({ id }) => id));
  const there = new Set(listing.chats.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
  const placed = changed.filter((chat) => belongs(listing.filter, chat) ?? there.has(chat.id));
  if (placed.length === 0 && there.size === 0) return listing;
  const others = listing.chats.filter(({ id }) => !ids.has(id));
  const isLoaded = (chat: Chat) => listing.cursor === null || latestFirst(chat, listing.cursor) <= 0;
  return { ...listing, chats: [...others, ...placed.filter(isLoaded)].sort(latestFirst) };
};

const mapListings = (change: (listing: Listing) => Listing): void =>
  useOrder.setState(({ listings }) => ({
    listings: Object.fromEntries(Object.entries(listings).map(([key, listing]) => [key, change(listing)])),
  }));

/** Takes the new state of chats into the lists. */
export const noteListed = (changed: readonly Chat[]): void =>
  mapListings((listing) => withListed(listing, changed));

/** Takes chats off the lists. */
export const dropListed = (chatIds: ReadonlySet<string>): void =>
  mapListings((listing) => ({ ...listing, chats: listing.chats.filter(({ id }) => !chatIds.has(id)) }));

/** Takes in a page: the first one (`isFirst`) in place of what was there. */
export const takeListed = (filter: ChatFilter, page: ChatPage, isFirst: boolean): void =>
  useOrder.setState(({ listings }) => {
    const known = isFirst ? [] : (listings[listingKey(filter)]?.chats ?? []);
    const ids = new Set(known.map(({ id }) => id));
    const chats = [...known, ...page.chats.filter(({ id }) => !ids.has(id))];
    return { listings: { ...listings, [listingKey(filter)]: { filter, chats, cursor: page.cursor } } };
  });

/** The folders that stand at the top; one whose parent is missing does. */
export const topFolders = (folders: readonly Folder[]): readonly Folder[] => {
  const ids = new Set(folders.map(({ id }) => id));
  return folders.filter(({ parentId }) => parentId === null || !ids.has(parentId));
};

/** A folder where it is shown. */
interface PlacedFolder {
  readonly folder: Folder;
  /** Levels below the top. */
  readonly depth: number;
  /** Names of the folders around it, the outermost first. */
  readonly path: readonly string[];
}

/** Folders in the order and depth that they are shown in; a folder whose parent is missing stands at the top. */
export const foldersInOrder = (folders: readonly Folder[]): readonly PlacedFolder[] => {
  const ids = new Set(folders.map(({ id }) => id));
  const byParent = new Map<string | null, Folder[]>();
  for (const folder of folders) {
    const parentId = folder.parentId !== null && ids.has(folder.parentId) ? folder.parentId : null;
    byParent.set(parentId, [...(byParent.get(parentId) ?? []), folder]);
  }
  const below = (parentId: string | null, path: readonly string[]): readonly PlacedFolder[] =>
    (byParent.get(parentId) ?? []).flatMap((folder) => [
      { folder, depth: path.length, path },
      ...below(folder.id, [...path, folder.name]),
    ]);
  return below(null, []);
};

/** The folders that one can be put into: neither itself nor what is in it. */
export const placesFor = (folders: readonly Folder[], moved: Folder): readonly Folder[] => {
  const within = new Set([moved.id]);
  for (const { folder } of foldersInOrder(folders))
    if (folder.parentId !== null && within.has(folder.parentId)) within.add(folder.id);
  return folders.filter(({ id }) => !within.has(id));
};

import { changeGroups } from '../../preload/contract/change-groups';
import type { EventPayload } from '../../preload/contract/events';
import type { Chat, ChatCursor } from '../../preload/contract/history';
import type { ChatChange, ChatChanges, ChatFilter } from '../../preload/contract/organise';
import type { TrashCursor, TrashPage } from '../../preload/contract/trash';
import { request } from '../ipc/client';
import { useChatList } from '../stores/chat-list-store';
import { tell, tellError } from '../stores/notices-store';
import { rememberFolders } from '../stores/open-folders';
import { listingKey, showOrganise, takeListed, useOrder } from '../stores/order-store';
import { clearSelection } from '../stores/selection-store';
import { noteAct } from '../stores/undo-store';
import { forgetChats, noteChats } from './chats';
import { debounced } from './debounced';
import { loadMoreChats } from './open-chat';

const REFRESH_PAUSE_MS = 400;
const refresh = debounced();

/** Reads a list of chats from its beginning. */
const loadListing = async (filter: ChatFilter): Promise<void> => {
  try {
    takeListed(filter, await request('chat.list', { cursor: null, filter }), true);
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Reads folders, tags and models. Without them the chats are still there: an error would only disturb. */
const loadOrder = async (): Promise<void> => {
  const order = await request('order.read', {}).catch(() => null);
  if (order === null) return;
  useOrder.setState(order);
  const { open, listings } = useOrder.getState();
  for (const { id } of order.folders) {
    const filter = { kind: 'folder', folderId: id } as const;
    if (open.has(id) && listings[listingKey(filter)] === undefined) void loadListing(filter);
  }
};

/** Reads them again soon: chats have changed. */
export const scheduleOrder = (): void => refresh.schedule(() => void loadOrder(), REFRESH_PAUSE_MS);

const loading = new Map<string, Promise<void>>();

const readMoreListed = async (filter: ChatFilter, cursor: ChatCursor): Promise<void> => {
  try {
    takeListed(filter, await request('chat.list', { cursor, filter }), false);
  } catch (thrown) {
    tellError(thrown);
  } finally {
    loading.delete(listingKey(filter));
  }
};

const cursorOf = (filter: ChatFilter): ChatCursor | null =>
  useOrder.getState().listings[listingKey(filter)]?.cursor ?? null;

/** Loads the next page of a list. */
export const loadMoreListed = (filter: ChatFilter): Promise<void> => {
  const [key, cursor] = [listingKey(filter), cursorOf(filter)];
  if (cursor === null) return Promise.resolve();
  const more = loading.get(key) ?? readMoreListed(filter, cursor);
  loading.set(key, more);
  return more;
};

/** Lists that are shown and of which chats are still to be loaded. */
const unfinished = (): readonly { readonly load: () => Promise<void>; readonly id: string }[] => {
  const { filter, open } = useOrder.getState();
  const folders = [...open].map((folderId) => ({ kind: 'folder', folderId }) as const);
  const lists = (filter === null ? folders : [filter]).map((each) => ({
    load: () => loadMoreListed(each),
    cursor: cursorOf(each),
  }));
  const main = { load: loadMoreChats, cursor: useChatList.getState().cursor };
  return [...(filter === null ? [main] : []), ...lists].flatMap(({ load, cursor }) =>
    cursor === null ? [] : [{ load, id: cursor.id }],
  );
};

/** Whether all chats of the lists that are shown are loaded. */
export const isAllLoaded = (): boolean => unfinished().length === 0;

/** Loads the rest of the lists that are shown. Where a page cannot be read, which is told, what is there stays. */
export const loadShown = async (): Promise<void> => {
  for (let before = ''; ; ) {
    const lists = unfinished();
    const now = lists.map(({ id }) => id).join();
    if (now === before) return;
    before = now;
    await Promise.all(lists.map(({ load }) => load()));
  }
};

/** Shows the chats that a filter lets through; null: all. */
export const chooseFilter = (filter: ChatFilter | null): void => {
  clearSelection();
  useOrder.setState({ filter });
  if (filter !== null) void loadListing(filter);
};

/** Shows what is in a folder, or no longer. */
export const toggleFolder = (folderId: string, isOpen: boolean): void => {
  useOrder.setState(({ open }) => {
    const next = new Set(open);
    if (isOpen) next.add(folderId);
    else next.delete(folderId);
    rememberFolders(next);
    return { open: next };
  });
  if (isOpen) void loadListing({ kind: 'folder', folderId });
};

/** Reads again what is shown: after a folder has gone, or the history came back. */
export const reloadShown = async (): Promise<void> => {
  const { open, filter } = useOrder.getState();
  const filters = [...open].map((folderId) => ({ kind: 'folder', folderId }) as const);
  await Promise.all([...filters, ...(filter === null ? [] : [filter])].map(loadListing));
};

const makeChanges = async (changes: ChatChanges): Promise<ChatChanges | null> => {
  try {
    return await request('order.changeChats', { changes });
  } catch (thrown) {
    tellError(thrown);
    return null;
  }
};

const nameOf = (change: ChatChange) => {
  if (change.kind === 'archive') return change.isArchived ? 'archive' : 'unarchive';
  if (change.kind === 'pin') return change.isPinned ? 'pin' : 'unpin';
  if (change.kind === 'trash') return change.isTrashed ? 'trash' : 'restore';
  return change.kind;
};

/** Changes chats, all or none, and offers to undo it. */
export const changeChats = async (chatIds: readonly string[], change: ChatChange): Promise<boolean> => {
  if (chatIds.length === 0) return false;
  const changes = changeGroups(chatIds).map((ids) => ({ chatIds: ids, change }));
  const undo = await makeChanges(changes);
  if (undo === null) return false;
  clearSelection();
  showOrganise(null);
  const count = new Set(undo.flatMap((each) => each.chatIds)).size;
  if (count === 0) return true;
  const takeBack = noteAct({
    undo: async () => void (await makeChanges(undo)),
    redo: async () => void (await makeChanges(changes)),
  });
  tell({ kind: 'organised', what: nameOf(change), count, undo: takeBack });
  return true;
};

/** Brings back all that is in the Trash, which can be undone. */
export const restoreTrash = async (): Promise<void> => {
  const chatIds: string[] = [];
  try {
    for (let cursor: TrashCursor | null | undefined; cursor !== null; ) {
      const page: TrashPage = await request('trash.list', { cursor: cursor ?? null });
      chatIds.push(...page.chats.map(({ id }) => id));
      cursor = page.cursor;
    }
  } catch (thrown) {
    tellError(thrown);
    return;
  }
  await changeChats(chatIds, { kind: 'trash', isTrashed: false });
};

/** Told in pieces, taken in at once: a list that changed with each piece would be made anew as often. */
let told: readonly Chat[] = [];

/** Takes in what several chats are now. */
export const takeChats = ({ chats, removedIds, hasMore }: EventPayload<'chats.changed'>): void => {
  told = [...told, ...chats];
  if (hasMore) return;
  noteChats(told);
  told = [];
  forgetChats(removedIds);
  scheduleOrder();
};

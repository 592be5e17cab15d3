import type { EventPayload } from '../../preload/contract/events';
import type { ChatChange, ChatChanges, ChatFilter } from '../../preload/contract/organise';
import { request } from '../ipc/client';
import { useChatList } from '../stores/chat-list-store';
import { tell, tellError } from '../stores/notices-store';
import { listingKey, showOrganise, takeListed, useOrder } from '../stores/order-store';
import { clearSelection } from '../stores/selection-store';
import { noteAct } from '../stores/undo-store';
import { forgetChat, noteChat } from './chats';
import { debounced } from './debounced';

const REFRESH_PAUSE_MS = 400;
const refresh = debounced();

/** Reads folders, tags and models. Without them the chats are still there: an error would only disturb. */
const loadOrder = async (): Promise<void> => {
  const order = await request('order.read', {}).catch(() => null);
  if (order !== null) useOrder.setState(order);
};

/** Reads them again soon: chats have changed. */
export const scheduleOrder = (): void => refresh.schedule(() => void loadOrder(), REFRESH_PAUSE_MS);

/** Reads a list of chats from its beginning. */
const loadListing = async (filter: ChatFilter): Promise<void> => {
  try {
    takeListed(filter, await request('chat.list', { cursor: null, filter }), true);
  } catch (thrown) {
    tellError(thrown);
  }
};

const loading = new Set<string>();

/** Loads the next page of a list. */
export const loadMoreListed = async (filter: ChatFilter): Promise<void> => {
  const key = listingKey(filter);
  const cursor = useOrder.getState().listings[key]?.cursor ?? null;
  if (cursor === null || loading.has(key)) return;
  loading.add(key);
  try {
    takeListed(filter, await request('chat.list', { cursor, filter }), false);
  } catch (thrown) {
    tellError(thrown);
  } finally {
    loading.delete(key);
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
    return { open: next };
  });
  if (isOpen) void loadListing({ kind: 'folder', folderId });
};

/** Reads again what is shown: after a folder has gone, or the history came back. */
const reloadShown = async (): Promise<void> => {
  const { open, filter } = useOrder.getState();
  const filters = [...open].map((folderId) => ({ kind: 'folder', folderId }) as const);
  await Promise.all([...filters, ...(filter === null ? [] : [filter])].map(loadListing));
};

/** Makes a folder, or renames and moves one. Answers with its id; null: it was refused. */
export const saveFolder = async (
  id: string | null,
  name: string,
  parentId: string | null,
): Promise<string | null> => {
  try {
    const before = new Set(useOrder.getState().folders.map((folder) => folder.id));
    const order = await request('order.saveFolder', { id, name, parentId });
    useOrder.setState(order);
    if (parentId !== null) toggleFolder(parentId, true);
    return id ?? order.folders.find((folder) => !before.has(folder.id))?.id ?? null;
  } catch (thrown) {
    tellError(thrown);
    return null;
  }
};

/** Removes a folder; its chats go to the folder around it. */
export const deleteFolder = async (id: string): Promise<void> => {
  try {
    useOrder.setState(await request('order.deleteFolder', { id }));
    toggleFolder(id, false);
    const { chats, cursor } = await request('chat.list', { cursor: null });
    useChatList.setState({ chats, cursor });
    await reloadShown();
  } catch (thrown) {
    tellError(thrown);
  }
};

const makeChanges = async (changes: ChatChanges): Promise<ChatChanges | null> => {
  try {
    return await request('order.changeChats', { changes });
  } catch (thrown) {
    tellError(thrown);
    return null;
  }
};

const nameOf = (change: ChatChange) =>
  change.kind === 'archive' && !change.isArchived ? ('unarchive' as const) : change.kind;

/** Changes chats, all or none, and offers to undo it. */
export const changeChats = async (chatIds: readonly string[], change: ChatChange): Promise<boolean> => {
  if (chatIds.length === 0) return false;
  const changes = [{ chatIds: [...chatIds], change }];
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

/** Takes in what several chats are now. */
export const takeChats = ({ chats, removedIds }: EventPayload<'chats.changed'>): void => {
  for (const chat of chats) noteChat(chat);
  for (const chatId of removedIds) forgetChat(chatId);
  scheduleOrder();
};

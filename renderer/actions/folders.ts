import type { ChatOrder, Folder, FolderInput, RemovedFolder } from '../../preload/contract/organise';
import { request } from '../ipc/client';
import { useChatList } from '../stores/chat-list-store';
import { tell, tellError } from '../stores/notices-store';
import { useOrder } from '../stores/order-store';
import { noteAct } from '../stores/undo-store';
import { reloadShown, toggleFolder } from './order';

const attempt = async <Answer>(work: () => Promise<Answer>): Promise<Answer | null> => {
  try {
    return await work();
  } catch (thrown) {
    tellError(thrown);
    return null;
  }
};

/** Takes in the folders as they are now, and reads again the lists whose chats stand elsewhere. */
const takeMoved = async (order: ChatOrder): Promise<void> => {
  useOrder.setState(order);
  const { chats, cursor } = await request('chat.list', { cursor: null });
  useChatList.setState({ chats, cursor });
  await reloadShown();
};

const remove = (id: string): Promise<RemovedFolder | null> =>
  attempt(async () => {
    const { order, removed } = await request('order.deleteFolder', { id });
    await takeMoved(order);
    return removed;
  });

const restore = async (removed: RemovedFolder): Promise<void> => {
  await attempt(async () => takeMoved(await request('order.restoreFolder', removed)));
};

const save = (input: FolderInput): Promise<ChatOrder | null> =>
  attempt(async () => {
    const order = await request('order.saveFolder', input);
    useOrder.setState(order);
    return order;
  });

/** Removes a folder, which can be undone; its chats go to the folder around it. */
export const deleteFolder = async (id: string): Promise<void> => {
  const removed = await remove(id);
  if (removed === null) return;
  const act = { undo: () => restore(removed), redo: async () => void (await remove(id)) };
  tell({ kind: 'folderChanged', what: 'deleted', name: removed.name, undo: noteAct(act) });
};

/** Makes a folder, which can be undone. Answers with its id; null: it was refused. */
export const makeFolder = async (name: string, parentId: string | null): Promise<string | null> => {
  const before = new Set(useOrder.getState().folders.map((folder) => folder.id));
  const order = await save({ id: null, name, parentId });
  const made = order?.folders.find((folder) => !before.has(folder.id));
  if (made === undefined) return null;
  if (parentId !== null) toggleFolder(parentId, true);
  let removed: RemovedFolder | null = null;
  const undo = async () => {
    removed = await remove(made.id);
  };
  const redo = async () => {
    if (removed !== null) await restore(removed);
  };
  tell({ kind: 'folderChanged', what: 'made', name: made.name, undo: noteAct({ undo, redo }) });
  return made.id;
};

/** Renames a folder, or puts it into another one (null: at the top), which can be undone. Tells whether it was done. */
export const changeFolder = async (
  { id, name, parentId }: Folder,
  change: Partial<Pick<FolderInput, 'name' | 'parentId'>>,
): Promise<boolean> => {
  const former = { id, name, parentId };
  const now = { ...former, ...change };
  if ((await save(now)) === null) return false;
  if (now.parentId !== null && now.parentId !== parentId) toggleFolder(now.parentId, true);
  const act = { undo: async () => void (await save(former)), redo: async () => void (await save(now)) };
  const what = now.parentId === parentId ? 'renamed' : 'moved';
  tell({ kind: 'folderChanged', what, name: now.name, undo: noteAct(act) });
  return true;
};

import { type AppError, toAppError } from '../../preload/contract/result';
import type { BundleFormat, ExportFormat, ExportScope, TransferState } from '../../preload/contract/transfer';
import { request } from '../ipc/client';
import { useChatList } from '../stores/chat-list-store';
import { useConversation } from '../stores/conversation-store';
import { tell, tellError } from '../stores/notices-store';
import { showTransfer, useTransfer } from '../stores/transfer-store';
import { rereadChat } from './open-chat';

const fail = (error: AppError) => useTransfer.setState({ error });

const attempt = async (work: () => Promise<unknown>): Promise<void> => {
  useTransfer.setState({ error: null });
  try {
    await work();
  } catch (thrown) {
    fail(toAppError(thrown));
  }
};

/** Opens the dialog for imports; a report of one that ended before is still there. */
export const openImport = (): void =>
  showTransfer(useTransfer.getState().state.kind === 'exporting' ? 'export' : 'import');

/** Lets the person choose files to import from. */
export const pickImport = (): Promise<void> =>
  attempt(async () => {
    useTransfer.setState({ isPicking: true, dropped: [] });
    try {
      await request('transfer.pickImport', {});
    } finally {
      useTransfer.setState({ isPicking: false });
    }
  });

/** Begins to import what was chosen. */
export const startImport = (): Promise<void> => attempt(() => request('transfer.startImport', {}));

/** Lets the person choose a place and exports everything to it. The dialog comes when it has begun. */
export const exportAll = async (): Promise<void> => {
  try {
    await request('transfer.exportAll', {});
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Lets the person choose a place and exports several whole chats to it. The dialog comes when it has begun. */
export const exportScope = async (scope: ExportScope, format: BundleFormat): Promise<void> => {
  try {
    await request('transfer.exportChats', { scope, format });
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Ends what runs. */
export const cancelTransfer = (): Promise<void> => attempt(() => request('transfer.cancel', {}));

/** Closes the dialog. What runs goes on; what has ended is forgotten. */
export const closeTransfer = (): void => {
  showTransfer(null);
  void request('transfer.dismiss', {}).catch(tellError);
};

/** Lets the person choose a place and writes one chat to it. */
export const exportChat = async (chatId: string, format: ExportFormat): Promise<void> => {
  try {
    const name = await request('transfer.exportChat', { chatId, format });
    if (name !== null) tell({ kind: 'chatExported', name });
  } catch (thrown) {
    tellError(thrown);
  }
};

const rereadChats = async () => {
  try {
    const { chats, cursor } = await request('chat.list', { cursor: null });
    useChatList.setState({ chats, cursor });
  } catch (thrown) {
    tellError(thrown);
  }
  const { chatId } = useConversation.getState();
  if (chatId !== null) await rereadChat(chatId);
};

/** Takes what main tells. An export that has begun shows itself; what ends out of sight is told. */
export const takeTransfer = (state: TransferState): void => {
  const before = useTransfer.getState();
  useTransfer.setState({ state });
  if (state.kind === 'exporting' && before.state.kind !== 'exporting') showTransfer('export');
  if (state.kind === 'imported') void rereadChats();
  if (before.shown !== null) return;
  if (state.kind === 'imported') tell({ kind: 'transferEnded', what: 'import' });
  if (state.kind === 'exported') tell({ kind: 'transferEnded', what: 'export' });
};

/** Asks main what runs: a page that was loaded again in the middle of an import shows it. */
export const loadTransfer = async (): Promise<void> => {
  try {
    const state = await request('transfer.state', {});
    useTransfer.setState({ state });
  } catch (thrown) {
    tellError(thrown);
  }
};

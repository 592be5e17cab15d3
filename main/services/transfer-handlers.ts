import type { HandlersOf } from '../ipc/handlers';
import type { Transfer } from '../transfer/transfer';

/**
 * Handlers of `transfer.*`. No answer holds a path.
 * @param dragOut begins to drag chats out of the window, as files.
 */
export const createTransferHandlers = (
  transfer: Transfer,
  dragOut: (chatIds: readonly string[]) => Promise<void>,
): HandlersOf<'transfer'> => ({
  'transfer.state': async () => transfer.state,
  'transfer.pickImport': () => transfer.pick(),
  'transfer.offer': ({ paths }) => transfer.offer(paths),
  'transfer.startImport': async () => {
    await transfer.startImport();
    return null;
  },
  'transfer.exportAll': async () => {
    await transfer.exportAll();
    return null;
  },
  'transfer.exportChats': async ({ scope, format }) => {
    await transfer.exportChats(scope, format);
    return null;
  },
  'transfer.exportChat': ({ chatId, format }) => transfer.exportChat(chatId, format),
  'transfer.print': async ({ chatId }) => {
    await transfer.printChat(chatId);
    return null;
  },
  'transfer.dragOut': async ({ chatIds }) => {
    await dragOut(chatIds);
    return null;
  },
  'transfer.cancel': async () => {
    await transfer.cancel();
    return null;
  },
  'transfer.dismiss': async () => {
    transfer.dismiss();
    return null;
  },
});

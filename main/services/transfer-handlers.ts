import type { HandlersOf } from '../ipc/handlers';
import type { Transfer } from '../transfer/transfer';

/** Handlers of `transfer.*`. No answer holds a path. */
export const createTransferHandlers = (transfer: Transfer): HandlersOf<'transfer'> => ({
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
  'transfer.cancel': async () => {
    await transfer.cancel();
    return null;
  },
  'transfer.dismiss': async () => {
    transfer.dismiss();
    return null;
  },
});

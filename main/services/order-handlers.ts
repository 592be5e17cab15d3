import type { HandlersOf } from '../ipc/handlers';
import type { ChatHandlerDeps } from './chat-handlers';

/** Handlers of `order.*`. */
export const createOrderHandlers = ({
  history,
  turns,
  emit,
}: Pick<ChatHandlerDeps, 'history' | 'turns' | 'emit'>): HandlersOf<'order'> => ({
  'order.read': () => history.call('order.read', null),
  'order.saveFolder': (input) => history.call('order.saveFolder', input),
  'order.deleteFolder': (input) => history.call('order.deleteFolder', input),
  'order.restoreFolder': (input) => history.call('order.restoreFolder', input),
  'order.changeChats': async ({ changes }) => {
    const { chats, removedIds, undo } = await history.call('order.changeChats', { changes });
    for (const chatId of removedIds) turns.stop(chatId);
    emit('chats.changed', { chats, removedIds });
    return undo;
  },
});

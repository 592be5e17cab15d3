import type { Chat } from '../../preload/contract/history';
import type { Emit } from '../ipc/emit';
import type { HandlersOf } from '../ipc/handlers';
import type { ChatHandlerDeps } from './chat-handlers';

/** Chats of one event. Taking over 5,000 at once froze the page for 200 ms: each of their properties is copied into it. */
const PIECE = 500;

const tellChats = (emit: Emit, chats: readonly Chat[], removedIds: readonly string[]): void => {
  for (let at = 0; at < Math.max(1, chats.length); at += PIECE) {
    const hasMore = at + PIECE < chats.length;
    emit('chats.changed', {
      chats: chats.slice(at, at + PIECE),
      removedIds: hasMore ? [] : removedIds,
      hasMore,
    });
  }
};

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
    tellChats(emit, chats, removedIds);
    return undo;
  },
});

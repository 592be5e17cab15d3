import type { History } from '../history/history';
import type { Emit } from '../ipc/emit';
import type { HandlersOf } from '../ipc/handlers';

/** What the handlers of Trash, snapshots and damage work on. */
export interface KeepingHandlerDeps {
  readonly history: History;
  readonly emit: Emit;
}

/** Entries on a page of the Trash, or of a snapshot's chats. */
const PAGE_LENGTH = 60;

/** Handlers of `trash.*`, `snapshot.*` and `history.*`. */
export const createKeepingHandlers = ({
  history,
  emit,
}: KeepingHandlerDeps): HandlersOf<'trash'> & HandlersOf<'snapshot'> & HandlersOf<'history'> => ({
  'trash.list': ({ cursor }) => history.call('trash.page', { cursor, limit: PAGE_LENGTH }),
  'trash.remove': (input) => history.call('trash.remove', input),
  'snapshot.list': () => history.files.snapshots(),
  'snapshot.make': () => history.call('snapshot.make', { reason: 'manual' }),
  'snapshot.chats': (input) => history.call('snapshot.chats', { ...input, limit: PAGE_LENGTH }),
  'snapshot.restoreChat': async (input) => {
    await history.call('snapshot.restoreChat', input);
    const { chat } = await history.call('chat.open', { chatId: input.chatId, limit: 1 });
    emit('chat.changed', chat);
    return null;
  },
  'snapshot.restoreAll': async ({ name }) => {
    await history.files.restoreAll(name);
    return null;
  },
  'snapshot.facts': ({ name }) => history.files.snapshotFacts(name),
  'history.salvage': () => history.files.salvage(),
  'history.stopSalvage': () => history.files.stopSalvage(),
});

import type { HandlersOf } from '../ipc/handlers';
import type { Updates } from '../updates/updates';

/** Handlers of `update.*`. Each answers when its step has ended; how far it is comes as events. */
export const createUpdateHandlers = (updates: Updates): HandlersOf<'update'> => ({
  'update.state': async () => updates.state,
  'update.check': () => updates.check({ quiet: false }),
  'update.download': () => updates.download(),
  'update.cancel': () => updates.cancel(),
  'update.install': () => updates.install(),
});

import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';

/** Handlers of `search.*`: backstage has the index. */
export const createSearchHandlers = (history: History): HandlersOf<'search'> => ({
  'search.messages': (input) => history.call('search.messages', input),
});

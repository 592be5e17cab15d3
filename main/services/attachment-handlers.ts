import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';

/** Handlers of `attachment.*`. Backstage looks at the bytes: what the page says of them is not taken on trust. */
export const createAttachmentHandlers = (history: History): HandlersOf<'attachment'> => ({
  'attachment.add': (file) => history.call('attachment.add', file),
  'attachment.read': (target) => history.call('attachment.read', target),
});

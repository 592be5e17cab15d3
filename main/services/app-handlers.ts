import type { Snapshot } from '../../preload/contract/snapshot';
import { openLink } from '../app/opener';
import type { HandlersOf } from '../ipc/handlers';

/** Handlers of `app.*`. @param snapshot gathers everything the page needs to draw itself. */
export const createAppHandlers = (snapshot: () => Promise<Snapshot>): HandlersOf<'app'> => ({
  'app.snapshot': snapshot,
  'app.openExternal': async ({ url }) => {
    await openLink(url);
    return null;
  },
});

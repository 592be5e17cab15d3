import { FRAME_SCHEME } from '../../preload/contract/frames';
import type { Previews } from '../app/previews';
import type { HandlersOf } from '../ipc/handlers';

/** Handlers of `preview.*`. */
export const createPreviewHandlers = (previews: Previews): HandlersOf<'preview'> => ({
  'preview.open': async (preview) => {
    const id = previews.open(preview);
    return { id, url: `${FRAME_SCHEME}://${id}/` };
  },
  'preview.close': async ({ id }) => {
    previews.close(id);
    return null;
  },
});

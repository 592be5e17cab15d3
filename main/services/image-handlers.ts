import type { HandlersOf } from '../ipc/handlers';
import { loadImage } from '../network/load-image';

/** Handlers of `image.*`. */
export const createImageHandlers = (fetch: typeof globalThis.fetch): HandlersOf<'image'> => ({
  'image.load': ({ url }) => loadImage(url, fetch),
});

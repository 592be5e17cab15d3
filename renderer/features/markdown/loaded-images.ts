import { request } from '../../ipc/client';
import { pictureAddress } from '../pictures/svg-picture';

/** Images that stay loaded while the app runs, so that scrolling past one does not ask for it again. */
const KEPT = 24;

/** Addresses for the page itself, by the images' own. */
const loaded = new Map<string, string>();

/** The address for the page of an image that was loaded; null: it was not, or was let go. */
export const loadedImage = (address: string): string | null => loaded.get(address) ?? null;

/* Of a drawing there is no address that leads to a document of the page's own origin. */
const addressOf = (mime: string, bytes: Uint8Array<ArrayBuffer>): string =>
  mime === 'image/svg+xml'
    ? pictureAddress(new TextDecoder().decode(bytes))
    : URL.createObjectURL(new Blob([bytes], { type: mime }));

/** Loads an image from its server and answers with its address for the page. Errors: `image.notLoaded`. */
export const loadImage = async (address: string): Promise<string> => {
  const { mime, bytes } = await request('image.load', { url: address });
  const url = addressOf(mime, new Uint8Array(bytes));
  loaded.set(address, url);
  const [oldest] = loaded;
  if (loaded.size > KEPT && oldest !== undefined) {
    loaded.delete(oldest[0]);
    URL.revokeObjectURL(oldest[1]);
  }
  return url;
};

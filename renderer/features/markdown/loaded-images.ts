import { request } from '../../ipc/client';
import { rasterise } from '../pictures/rasterise';

/** Images that stay loaded while the app runs, so that scrolling past one does not ask for it again. */
const KEPT = 24;

/** An image for the page. */
export interface LoadedImage {
  readonly url: string;
  /** How many of its pixels stand for one of the page. */
  readonly density: number;
}

/** By the images' own addresses. */
const loaded = new Map<string, LoadedImage>();

/** An image that was loaded; null: it was not, or was let go. */
export const loadedImage = (address: string): LoadedImage | null => loaded.get(address) ?? null;

const imageOf = async (mime: string, bytes: Uint8Array<ArrayBuffer>): Promise<LoadedImage> => {
  const isDrawing = mime === 'image/svg+xml';
  const { png, density } = isDrawing
    ? await rasterise(new TextDecoder().decode(bytes))
    : { png: null, density: 1 };
  const blob = png === null ? new Blob([bytes], { type: mime }) : new Blob([png], { type: 'image/png' });
  return { url: URL.createObjectURL(blob), density };
};

/** Loads an image from its server. Errors: `image.notLoaded`. */
export const loadImage = async (address: string): Promise<LoadedImage> => {
  const { mime, bytes } = await request('image.load', { url: address });
  const image = await imageOf(mime, new Uint8Array(bytes));
  loaded.set(address, image);
  const [oldest] = loaded;
  if (loaded.size > KEPT && oldest !== undefined) {
    loaded.delete(oldest[0]);
    URL.revokeObjectURL(oldest[1].url);
  }
  return image;
};

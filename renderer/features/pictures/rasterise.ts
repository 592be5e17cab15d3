import { Failure } from '../../../preload/contract/result';
import { request } from '../../ipc/client';
import { hiddenFrame, loadedFrame } from './hidden-frame';
import { pictureAddress } from './svg-picture';

/** A drawing that takes longer is given up, in milliseconds. */
const PATIENCE_MS = 10_000;
/** The longest side of the picture, in pixels. */
const LONGEST_SIDE = 4096;
/** Pixels of the picture for each of the drawing's: sharp on screens of high density. */
const DENSITY = 2;

/** A drawing as pixels. */
interface Raster {
  readonly png: ArrayBuffer;
  /** Pixels of the picture for each of the drawing's. */
  readonly density: number;
}

/* Its text is the script of the frame: it may use nothing from outside itself. */
const drawInFrame = (): void => {
  const draw = async (address: string, longest: number, wanted: number): Promise<Raster> => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const density = Math.min(wanted, longest / Math.max(width, height));
    const canvas = new OffscreenCanvas(Math.ceil(width * density), Math.ceil(height * density));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return { png: await blob.arrayBuffer(), density };
  };
  addEventListener(
    'message',
    ({ data: { address, longest, density }, ports: [port] }) => {
      draw(address, longest, density).then(
        (raster) => port?.postMessage(raster),
        () => port?.postMessage(null),
      );
    },
    { once: true },
  );
};

const ask = (frame: HTMLIFrameElement, svg: string): Promise<Raster | null> => {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Raster | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Raster | null>) => resolve(data);
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  const question = { address: pictureAddress(svg), longest: LONGEST_SIDE, density: DENSITY };
  void loadedFrame(frame).then(() => frame.contentWindow?.postMessage(question, '*', [port2]));
  return answer.finally(() => port1.close());
};

/**
 * Draws an SVG of somebody else's as pixels. A few hundred bytes of one can take all time and memory there is, so that it is drawn in
 * a frame with a process of its own, which ends with it. Errors: `image.notLoaded`: it is none, or takes too long.
 */
export const rasterise = async (svg: string): Promise<Raster> => {
  const html = `<!doctype html><script>(${drawInFrame})()</script>`;
  const { id, url } = await request('preview.open', { html, runsScripts: true });
  const frame = hiddenFrame(url);
  try {
    const raster = await ask(frame, svg);
    if (raster === null)
      throw new Failure('image.notLoaded', 'The drawing cannot be drawn', { reason: 'drawing' });
    return raster;
  } finally {
    frame.remove();
    void request('preview.close', { id }).catch(() => undefined);
  }
};

import { Failure } from '../../../preload/contract/result';
import { request } from '../../ipc/client';
import { hiddenFrame, loadedFrame } from './hidden-frame';
import { pictureAddress } from './svg-picture';

/** A drawing that takes longer is given up, in milliseconds. */
const PATIENCE_MS = 10_000;

/** How a drawing becomes pixels. */
export interface RasterOptions {
  /** Pixels of the picture for each of the drawing's, where its longest side allows for as many. */
  readonly density: number;
  /** The longest side of the picture, in pixels. */
  readonly longest: number;
  /** The colour behind the drawing; without one it is transparent. */
  readonly ground?: string;
}

/** As it is shown among text: sharp on screens of high density. */
export const SHOWN: RasterOptions = { density: 2, longest: 4096 };
/** As large as it can be looked at. */
export const ENLARGED: RasterOptions = { density: Number.POSITIVE_INFINITY, longest: 4096 };
/** Chromium's canvases are not larger. */
const LONGEST_SIDE = 8192;

/** A drawing as pixels. */
interface Raster {
  readonly png: ArrayBuffer;
  /** Pixels of the picture for each of the drawing's. */
  readonly density: number;
}

/* Its text is the script of the frame: it may use nothing from outside itself. */
const drawInFrame = (): void => {
  const draw = async (address: string, options: RasterOptions): Promise<Raster> => {
    const image = new Image();
    image.src = address;
    await image.decode();
    // Laid out, for a drawing without a size of its own is as wide as its place is.
    image.style.display = 'block';
    document.body.append(image);
    const { width, height } = image.getBoundingClientRect();
    const density = Math.min(options.density, options.longest / Math.max(width, height));
    const canvas = new OffscreenCanvas(Math.ceil(width * density), Math.ceil(height * density));
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = options.ground ?? 'transparent';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return { png: await blob.arrayBuffer(), density };
  };
  addEventListener(
    'message',
    ({ data: { address, options }, ports: [port] }) => {
      draw(address, options).then(
        (raster) => port?.postMessage(raster),
        () => port?.postMessage(null),
      );
    },
    { once: true },
  );
};

/** What a frame answers; null where it draws nothing until `over`. */
const answerOf = (frame: HTMLIFrameElement, question: unknown, over: AbortSignal): Promise<Raster | null> => {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Raster | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Raster | null>) => resolve(data);
    over.addEventListener('abort', () => resolve(null));
  });
  void loadedFrame(frame).then(() => frame.contentWindow?.postMessage(question, '*', [port2]));
  return answer.finally(() => port1.close());
};

/**
 * Draws an SVG as pixels. A few hundred bytes of somebody else's can take all time and memory there is, so that it is drawn in
 * a frame with a process of its own, which ends with it. Errors: `image.notLoaded`: it is none, takes too long, or is no longer
 * wanted, which the signal says.
 */
export const rasterise = async (svg: string, options = SHOWN, unwanted?: AbortSignal): Promise<Raster> => {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const over = unwanted === undefined ? late : AbortSignal.any([unwanted, late]);
  const html = `<!doctype html><body style="margin:0"><script>(${drawInFrame})()</script>`;
  const { id, url } = await request('preview.open', { html, runsScripts: true });
  const frame = hiddenFrame(url);
  try {
    const question = { address: pictureAddress(svg), options };
    const raster = over.aborted ? null : await answerOf(frame, question, over);
    if (raster === null)
      throw new Failure('image.notLoaded', 'The drawing cannot be drawn', { reason: 'drawing' });
    return raster;
  } finally {
    frame.remove();
    void request('preview.close', { id }).catch(() => undefined);
  }
};

/** An SVG as a PNG to be taken, on a ground of the given colour. Errors: as `rasterise`. */
export const pngOf = async (svg: string, ground: string): Promise<Blob> => {
  const { png } = await rasterise(svg, { density: SHOWN.density, longest: LONGEST_SIDE, ground });
  return new Blob([png], { type: 'image/png' });
};

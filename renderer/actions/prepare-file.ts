import type { AttachmentProblem } from '../../preload/contract/attachments';
import { MAX_FILE_BYTES, MAX_IMAGE_BYTES, MAX_IMAGE_SIDE } from '../../preload/contract/attachments';
import { type ImageHeader, readImageHeader } from '../../preload/contract/image-header';
import type { ImageChange, Size } from '../stores/attachments-store';

/** A file as it is handed to main. */
export interface PreparedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  readonly change: ImageChange | null;
}

/** Why a file cannot be prepared. */
class Unprepared extends Error {
  constructor(readonly problem: AttachmentProblem) {
    super(problem);
  }
}

/** More pixels would take gigabytes to unpack. */
const MAX_PIXELS = 120_000_000;
const JPEG_QUALITY = 0.92;

/** The size that fits into what the API looks at. */
const fittingSize = ({ width, height }: Size): Size => {
  const by = Math.min(1, MAX_IMAGE_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
};

/** Images whose pictures follow each other: GIF, WebP and PNG can hold several. */
const isAnimated = async (bytes: Uint8Array<ArrayBuffer>, type: string): Promise<boolean> => {
  const decoder = new ImageDecoder({ data: bytes, type });
  try {
    await decoder.tracks.ready;
    await decoder.completed;
    return (decoder.tracks.selectedTrack?.frameCount ?? 1) > 1;
  } finally {
    decoder.close();
  }
};

const drawn = async (source: ImageBitmap, mime: string): Promise<Uint8Array<ArrayBuffer>> => {
  const canvas = new OffscreenCanvas(source.width, source.height);
  canvas.getContext('2d')?.drawImage(source, 0, 0);
  const blob = await canvas.convertToBlob({ type: mime, quality: JPEG_QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
};

const decode = async (blob: Blob): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(blob);
  } catch {
    throw new Unprepared('notImage');
  }
};

const resized = async (source: ImageBitmap, { width, height }: Size): Promise<ImageBitmap> => {
  if (source.width === width && source.height === height) return source;
  const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const;
  const smaller = await createImageBitmap(source, options);
  source.close();
  return smaller;
};

/** Decodes every image, so that a broken one is known; draws it anew only where it must change. */
const prepareImage = async (bytes: Uint8Array<ArrayBuffer>, header: ImageHeader): Promise<PreparedFile> => {
  if (header.width * header.height > MAX_PIXELS) throw new Unprepared('imageTooLarge');
  const bitmap = await decode(new Blob([bytes], { type: header.mime }));
  // As it is shown: a turned photograph is turned back.
  const from: Size = { width: bitmap.width, height: bitmap.height };
  const to = fittingSize(from);
  const scales = to.width !== from.width || to.height !== from.height;
  const stilled = header.mime !== 'image/jpeg' && (await isAnimated(bytes, header.mime));
  if (!scales && !stilled && bytes.byteLength <= MAX_IMAGE_BYTES) {
    bitmap.close();
    return { bytes, mime: header.mime, change: null };
  }
  const mime = header.mime === 'image/jpeg' || (!stilled && !scales) ? 'image/jpeg' : 'image/png';
  const final = await resized(bitmap, to);
  const made = await drawn(final, mime);
  final.close();
  return { bytes: made, mime, change: { scaledFrom: scales ? from : null, stilled } };
};

/**
 * Reads a file and makes an image ready to be sent: at most 2,048 pixels on a side, one picture, in a format that the API
 * takes. What need not change stays byte for byte.
 * @throws Unprepared for what can be told here already; the rest is main's to judge.
 */
export const prepareFile = async (file: File): Promise<PreparedFile> => {
  if (file.size > MAX_FILE_BYTES) throw new Unprepared('tooLarge');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => {
      // A folder, or a file that was moved meanwhile.
      throw new Unprepared('unreadable');
    },
  );
  if (bytes.byteLength === 0) throw new Unprepared('empty');
  const header = readImageHeader(bytes);
  return header === null ? { bytes, mime: file.type, change: null } : prepareImage(bytes, header);
};

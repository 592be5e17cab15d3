import { type AttachmentBytes, MAX_IMAGE_BYTES } from '../../preload/contract/attachments';
import { readImageHeader } from '../../preload/contract/image-header';
import { Failure } from '../../preload/contract/result';
import { isDrawing, MAX_DRAWING_BYTES } from './drawing';

/** Whoever waits longer has stopped looking. In milliseconds. */
const LONGEST_WAIT_MS = 30_000;

/** `reason`: `kind` (no image that can be shown), `size`, `status`, or what the network says. */
const failed = (reason: string): Failure =>
  new Failure('image.notLoaded', 'The image was not loaded', { reason });

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Leaving a body ends its request. */
const readBody = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_IMAGE_BYTES) throw failed('size');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const kindOf = (bytes: Uint8Array): string => {
  const mime = readImageHeader(bytes)?.mime;
  if (mime !== undefined) return mime;
  if (!isDrawing(bytes)) throw failed('kind');
  if (bytes.byteLength > MAX_DRAWING_BYTES) throw failed('size');
  return 'image/svg+xml';
};

/**
 * Fetches an image of at most 20 MB, or a drawing (SVG) of at most 2 MB, without cookies and without saying who asks. What it
 * is, its bytes tell: a page is not handed on. Errors: `image.notLoaded`.
 * @param fetch follows where a server leads.
 */
export const loadImage = async (
  url: string,
  fetch: typeof globalThis.fetch,
  longestMs = LONGEST_WAIT_MS,
): Promise<AttachmentBytes> => {
  if (!isWebAddress(url)) throw failed('kind');
  try {
    const signal = AbortSignal.timeout(longestMs);
    const response = await fetch(url, { signal, headers: { accept: 'image/*' } });
    if (!response.ok || response.body === null) throw failed('status');
    const bytes = await readBody(response.body);
    return { mime: kindOf(bytes), bytes };
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : failed('network');
  }
};

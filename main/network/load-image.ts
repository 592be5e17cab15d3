import { type AttachmentBytes, MAX_IMAGE_BYTES } from '../../preload/contract/attachments';
import { readImageHeader } from '../../preload/contract/image-header';
import { Failure } from '../../preload/contract/result';

/** Whoever waits longer has stopped looking. In milliseconds. */
const LONGEST_WAIT_MS = 30_000;

/** `reason`: `kind` (no image that can be shown), `size`, `status`, or what the network says. */
const failed = (reason: string): Failure =>
  new Failure('image.notLoaded', 'The image was not loaded', { reason });

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Servers that an image may lead through. */
const MOST_MOVES = 5;

/** Follows from server to server, each a request of its own: so each is in the list of those that were contacted. */
const follow = async (
  url: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  movesLeft = MOST_MOVES,
): Promise<Response> => {
  if (!isWebAddress(url)) throw failed('kind');
  const response = await fetch(url, { signal, redirect: 'manual', headers: { accept: 'image/*' } });
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || location === null) return response;
  await response.body?.cancel();
  if (movesLeft === 0) throw failed('status');
  return follow(new URL(location, url).href, fetch, signal, movesLeft - 1);
};

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

/**
 * Fetches an image of at most 20 MB, without cookies and without saying who asks. What it is, its bytes tell: a drawing or a
 * page is not handed on. Errors: `image.notLoaded`.
 */
export const loadImage = async (
  url: string,
  fetch: typeof globalThis.fetch,
  longestMs = LONGEST_WAIT_MS,
): Promise<AttachmentBytes> => {
  try {
    const response = await follow(url, fetch, AbortSignal.timeout(longestMs));
    if (!response.ok || response.body === null) throw failed('status');
    const bytes = await readBody(response.body);
    const header = readImageHeader(bytes);
    if (header === null) throw failed('kind');
    return { mime: header.mime, bytes };
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : failed('network');
  }
};

/** What the first bytes of an image tell. */
export interface ImageHeader {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** In pixels, as they are stored: a turned photograph is not turned back. */
  readonly width: number;
  readonly height: number;
}

type Size = Pick<ImageHeader, 'width' | 'height'>;

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The first chunk is IHDR (PNG, 5.6): its width stands at 16. */
const pngSize = (view: DataView): Size => ({ width: view.getUint32(16), height: view.getUint32(20) });

/** Logical screen descriptor (GIF89a, 18). */
const gifSize = (view: DataView): Size => ({
  width: view.getUint16(6, true),
  height: view.getUint16(8, true),
});

/** Start-of-frame markers are 0xC0 to 0xCF without DHT, JPG and DAC (ITU T.81, B.1.1.3). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegSize = (view: DataView): Size | null => {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // 0xFF fills up; restart marks and start of image have no length.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
};

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;

/** The three kinds of WebP (RFC 9649): lossy, lossless, extended. */
const webpSize = (bytes: Uint8Array, view: DataView): Size | null => {
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
};

const kindOf = (bytes: Uint8Array): ImageHeader['mime'] | null => {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && ascii(bytes, 12, 4) === 'IHDR') return 'image/png';
  if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return null;
};

const sizeOf = (mime: ImageHeader['mime'], bytes: Uint8Array): Size | null => {
  const view = viewOf(bytes);
  switch (mime) {
    case 'image/png':
      return pngSize(view);
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/gif':
      return gifSize(view);
    case 'image/webp':
      return webpSize(bytes, view);
  }
};

/**
 * Reads kind and size off an image's own bytes, whatever its name says. Null for anything but PNG, JPEG, GIF and WebP (what
 * the API takes), and for a header that is cut or makes no sense. Only the header is looked at: the rest may be broken.
 */
export const readImageHeader = (bytes: Uint8Array): ImageHeader | null => {
  const mime = kindOf(bytes);
  if (mime === null) return null;
  try {
    const size = sizeOf(mime, bytes);
    return size === null || size.width === 0 || size.height === 0 ? null : { mime, ...size };
  } catch (thrown) {
    // A read behind the end.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

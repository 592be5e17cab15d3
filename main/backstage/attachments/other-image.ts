/** The kinds of ISO 14496-12 files that hold pictures: HEIF (ISO 23008-12) as HEIC, and AVIF. */
const PICTURE_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/;
/** What the API takes, and SVG, which is a text. */
const KNOWN_HERE = /^image\/(png|jpe?g|gif|webp|svg\+xml)$/;

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** An image of a kind that the API does not take (HEIC, AVIF, BMP, TIFF and the like), by its bytes or else by its type. */
export const isOtherImage = (bytes: Uint8Array, mime: string): boolean => {
  const start = latin1(bytes, 0, 4);
  if (start === 'II*\0' || start === 'MM\0*') return true;
  if (latin1(bytes, 4, 8) === 'ftyp') return PICTURE_BRANDS.test(latin1(bytes, 8, 12));
  return mime.startsWith('image/') && !KNOWN_HERE.test(mime);
};

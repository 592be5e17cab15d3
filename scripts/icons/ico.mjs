/** @typedef {{ readonly size: number, readonly png: Buffer, readonly rgba: Buffer }} Picture square; rgba: 4 bytes a pixel, from the top */

const HEADER = 6;
const ENTRY = 16;
const BITMAP_HEADER = 40;

/**
 * A picture as a bitmap without a file header, as Windows has it in icons: blue first, from the bottom, then a mask of one
 * bit a pixel, which is of no use beside the alpha channel but must be there.
 * @param {Picture} picture
 */
function bitmap({ size, rgba }) {
  const header = Buffer.alloc(BITMAP_HEADER);
  header.writeUInt32LE(BITMAP_HEADER, 0);
  header.writeInt32LE(size, 4);
  // Twice: the picture and its mask.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    const from = rgba.subarray(row * size * 4, (row + 1) * size * 4);
    from.copy(pixels, (size - 1 - row) * size * 4);
  }
  for (let at = 0; at < pixels.length; at += 4) pixels.subarray(at, at + 3).reverse();
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)]);
}

/**
 * A Windows icon. Source: Microsoft's "ICONDIR structure"; pictures of 256 pixels are PNG (Vista and later), smaller ones
 * bitmaps, which every tool reads.
 * @param {readonly Picture[]} pictures at most 256 pixels
 * @returns {Buffer} the file
 */
export function ico(pictures) {
  const bodies = pictures.map((picture) => (picture.size < 256 ? bitmap(picture) : picture.png));
  const head = Buffer.alloc(HEADER + ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size }, index) => {
    const length = bodies[index]?.length ?? 0;
    const at = HEADER + ENTRY * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([head, ...bodies]);
}

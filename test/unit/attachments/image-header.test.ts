import { describe, expect, it } from 'vitest';
import { readImageHeader } from '../../../preload/contract/image-header';
import { makePng, TINY_GIF, TINY_WEBP } from '../../support/make-image';

/** Start, a comment that holds what looks like a frame, padding, then the frame. */
const JPEG = Buffer.from(
  'ffd8' +
    'ffe00010' +
    '4a46494600010100000100010000'.padEnd(28, '0') +
    'fffe0008ffc000110811' +
    'ffff' +
    'c2001108' +
    '0123' +
    '0456' +
    '03',
  'hex',
);

describe('kind and size are read off the bytes', () => {
  it('of a PNG, a GIF, a WebP and a JPEG with look-alikes before its frame', () => {
    expect(readImageHeader(makePng(300, 20))).toEqual({ mime: 'image/png', width: 300, height: 20 });
    expect(readImageHeader(TINY_GIF)).toEqual({ mime: 'image/gif', width: 1, height: 1 });
    expect(readImageHeader(TINY_WEBP)).toEqual({ mime: 'image/webp', width: 1, height: 1 });
    expect(readImageHeader(JPEG)).toEqual({ mime: 'image/jpeg', width: 0x456, height: 0x123 });
  });

  it('of lossless and extended WebP', () => {
    const riff = (rest: string) =>
      Buffer.concat([
        Buffer.from('RIFF\x1e\0\0\0WEBP', 'latin1'),
        Buffer.from(rest, 'latin1'),
        Buffer.alloc(12),
      ]);
    // 14 bits of width less one, 14 bits of height less one.
    const lossless = riff('VP8L\x10\0\0\0\x2f\x63\xc0\x31\0');
    expect(readImageHeader(lossless)).toMatchObject({ width: 0x64, height: 200 });
    const extended = riff('VP8X\x0a\0\0\0\0\0\0\0\xff\x07\0\x7f\x02\0');
    expect(readImageHeader(extended)).toMatchObject({ width: 2048, height: 640 });
  });

  it('inside a larger buffer', () => {
    const whole = Buffer.concat([Buffer.alloc(7), makePng(5, 6)]);
    expect(readImageHeader(new Uint8Array(whole.buffer, whole.byteOffset + 7))).toMatchObject({
      width: 5,
      height: 6,
    });
  });
});

describe('what is no image is not taken for one', () => {
  it('however it is cut, and never with an exception', () => {
    for (const image of [makePng(9, 9), TINY_GIF, TINY_WEBP, JPEG]) {
      for (let length = 0; length < image.length; length += 1) {
        const header = readImageHeader(image.subarray(0, length));
        if (header !== null) expect(header.width).toBeGreaterThan(0);
      }
    }
  });

  it('text, HTML, SVG, a PDF, and an image without a pixel', () => {
    for (const text of ['', 'GIF is a format', '<svg xmlns="x"/>', '%PDF-1.4', '\x89PNG'])
      expect(readImageHeader(Buffer.from(text, 'latin1'))).toBeNull();
    expect(readImageHeader(makePng(0, 5))).toBeNull();
  });
});

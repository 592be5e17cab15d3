import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { icns, icnsSizes } from '../../../scripts/icons/icns.mjs';
import { ico } from '../../../scripts/icons/ico.mjs';

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** Width and height as a PNG's header says (PNG specification, IHDR). */
const pngSize = (png: Buffer) => {
  expect(png.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

const readIco = (file: Buffer) =>
  Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const body = file.subarray(
      file.readUInt32LE(at + 12),
      file.readUInt32LE(at + 12) + file.readUInt32LE(at + 8),
    );
    return { size: file.readUInt8(at) || 256, bits: file.readUInt16LE(at + 6), body };
  });

const readIcns = (file: Buffer) => {
  const found: { type: string; body: Buffer }[] = [];
  for (let at = 8; at < file.readUInt32BE(4); at += file.readUInt32BE(at + 4))
    found.push({
      type: file.toString('latin1', at, at + 4),
      body: file.subarray(at + 8, at + file.readUInt32BE(at + 4)),
    });
  return found;
};

describe('the icons that are committed', () => {
  test('are PNGs of the sizes that their names say, from 16 to 1024', () => {
    const names = readdirSync('build/icons');
    for (const name of names) {
      const [width, height] = pngSize(readFileSync(`build/icons/${name}`));
      expect(name).toBe(`${width}x${height}.png`);
    }
    expect(names).toEqual(
      expect.arrayContaining(['16x16.png', '256x256.png', '512x512.png', '1024x1024.png']),
    );
  });

  test('of the tray are PNGs for ordinary and high-density screens', () => {
    for (const name of ['template', 'unread'])
      for (const size of [16, 32])
        expect(pngSize(readFileSync(`build/tray/${name}-${size}.png`))).toEqual([size, size]);
  });

  test('hold what Windows shows at every scale', () => {
    const entries = readIco(readFileSync('build/icon.ico'));
    expect(entries.map(({ size }) => size)).toEqual(expect.arrayContaining([16, 24, 32, 48, 64, 256]));
    for (const { size, bits, body } of entries) {
      expect(bits).toBe(32);
      if (size === 256) expect(pngSize(body)).toEqual([256, 256]);
      else
        expect([body.readUInt32LE(0), body.readInt32LE(4), body.readInt32LE(8)]).toEqual([
          40,
          size,
          size * 2,
        ]);
    }
  });

  test('hold what macOS shows, up to the largest of high-density screens', () => {
    const file = readFileSync('build/icon.icns');
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const sizes = readIcns(file).map(({ body }) => pngSize(body)[0]);
    expect([...new Set(sizes)]).toEqual(icnsSizes);
    expect(sizes).toContain(1024);
  });
});

describe('the writers', () => {
  const dot = { size: 1, png: Buffer.from('png'), rgba: Buffer.from([1, 2, 3, 4]) };

  test('turn pixels to what Windows reads: blue first, opacity last', () => {
    const [entry] = readIco(ico([dot]));
    expect([...(entry?.body.subarray(40, 44) ?? [])]).toEqual([3, 2, 1, 4]);
  });

  test('turn rows upside down for Windows', () => {
    const rgba = Buffer.from([0, 1, 2, 3].flatMap((value) => [value, value, value, value]));
    const [entry] = readIco(ico([{ size: 2, png: dot.png, rgba }]));
    expect([...(entry?.body.subarray(40, 56) ?? [])].filter((_, index) => index % 4 === 0)).toEqual([
      2, 3, 0, 1,
    ]);
  });

  test('give a high-density type the picture of its pixels', () => {
    const chunks = readIcns(icns([{ size: 512, png: Buffer.from('512') }]));
    expect(chunks.map(({ type }) => type)).toEqual(['ic14', 'ic09']);
  });
});

import { expect, it } from 'vitest';
import { isOtherImage } from '../../../main/backstage/attachments/other-image';

const media = (brand: string): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(64)]);

it('images that the API does not take are told from what is no image, also where the system knows no type', () => {
  for (const brand of ['heic', 'mif1', 'avif']) expect(isOtherImage(media(brand), '')).toBe(true);
  expect(isOtherImage(Buffer.from('II*\0rest', 'latin1'), '')).toBe(true);
  expect(isOtherImage(Buffer.from('BM..'), 'image/bmp')).toBe(true);
  // A film, a text that is called an image, a damaged one, and what has a way of its own.
  expect(isOtherImage(media('isom'), 'video/mp4')).toBe(false);
  expect(isOtherImage(Buffer.from('no'), 'image/png')).toBe(false);
  expect(isOtherImage(Buffer.from('<svg/>'), 'image/svg+xml')).toBe(false);
  expect(isOtherImage(Buffer.alloc(0), 'text/plain')).toBe(false);
});

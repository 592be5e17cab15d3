import { expect, it } from 'vitest';
import { sizeText } from '../../../renderer/i18n/sizes';

it('a small file is not said to have nothing in it, nor a large one to have less than it has', () => {
  expect(
    [0, 1, 40, 1000, 1200, 12_345, 3_400_000, 52_000_000, 2_100_000_000].map((size) => sizeText('en', size)),
  ).toEqual(['0 bytes', '1 byte', '40 bytes', '1 kB', '1.2 kB', '12 kB', '3.4 MB', '52 MB', '2.1 GB']);
  expect(sizeText('zh-CN', 40)).toBe('40字节');
});

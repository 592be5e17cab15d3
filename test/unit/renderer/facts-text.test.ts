import { expect, it } from 'vitest';
import { bytesText } from '../../../renderer/features/attachments/facts-text';

it('a small file is not said to have nothing in it', () => {
  expect(bytesText('en', 40)).toBe('40 bytes');
  expect(bytesText('zh-CN', 40)).toBe('40字节');
  expect(bytesText('en', 1000)).toBe('1 kB');
  expect(bytesText('en', 52_000_000)).toBe('52 MB');
});

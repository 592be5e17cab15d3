import { describe, expect, it } from 'vitest';
import { isInlineImage, isOpenableLink } from '../../../../renderer/features/markdown/safe-url';

describe('addresses in replies', () => {
  it.each(['https://example.org/a', 'http://localhost:3000', 'mailto:a@example.org'])('opens %s', (url) => {
    expect(isOpenableLink(url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://bundle/index.html',
    '/relative',
    '#anchor',
    '',
  ])('makes no link of %s', (url) => {
    expect(isOpenableLink(url)).toBe(false);
  });

  it('loads no image that would tell a server that it was read', () => {
    expect(isInlineImage('https://example.org/pixel.png')).toBe(false);
    expect(isInlineImage('//example.org/pixel.png')).toBe(false);
    expect(isInlineImage('data:image/svg+xml,<svg onload=alert(1)>')).toBe(false);
    expect(isInlineImage('data:image/png;base64,AAAA')).toBe(true);
  });
});

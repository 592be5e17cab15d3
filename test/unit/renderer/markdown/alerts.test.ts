import { describe, expect, it } from 'vitest';
import { render } from './render';

describe('a quote that is an alert', () => {
  it.each(['note', 'tip', 'important', 'warning', 'caution'])(
    'is marked as a %s, its mark taken away',
    (kind) => {
      const html = render(`> [!${kind.toUpperCase()}]\n> Mind the **gap**.`);
      expect(html).toContain(`data-alert="${kind}"`);
      expect(html).toContain('Mind the <strong>gap</strong>.');
      expect(html).not.toContain('[!');
    },
  );

  it('may hold several blocks, and half a word of a text that is still written', () => {
    expect(render('> [!TIP]\n>\n> - one\n> - two')).toMatch(/data-alert="tip".*<li>one<\/li>/s);
    expect(render('> [!tip]\n> Hal', true)).toContain('data-alert="tip"');
  });

  it.each([
    '> [!OTHER]\n> text',
    '> [!NOTE] on the same line',
    '> text\n> [!NOTE]',
    '[!NOTE]',
    '> > [!NOTE]\n> > text',
  ])('is a quote like any other where GitHub has none: %j', (text) => {
    expect(render(text)).not.toContain('data-alert');
    expect(render(text)).toContain('[!');
  });
});

import { describe, expect, it } from 'vitest';
import { splitAtFormulas, takeFormulas } from '../../../../renderer/features/markdown/formulas';

const parts = (source: string) => {
  const { text, formulas } = takeFormulas(source);
  return splitAtFormulas(text, formulas).map((part) =>
    typeof part === 'string' ? part : [part.tex, part.display],
  );
};
const formulasOf = (source: string) => takeFormulas(source).formulas.map(({ tex }) => tex);

describe('formulas', () => {
  const prices = [
    'It costs $5 and $10.',
    'From $5–$10, or $5-$10 each',
    'US$5 or CA$6, A$ and B$',
    '$5 million or 10$ in notes',
    '价格是$5，或者$10；两者都行',
    '$ 5 $ and $6 $',
    'a $ b',
    'Set $HOME and $PATH',
    'costs \\$5 and \\$6',
  ];
  it.each(prices)('leave prices and variables alone: %s', (text) => expect(formulasOf(text)).toEqual([]));

  const found: readonly (readonly [string, readonly string[]])[] = [
    ['$x$', ['x']],
    ['so $a+b$, $c$.', ['a+b', 'c']],
    ['costs $5, while $x^2$ is free', ['x^2']],
    ['设$x$为', ['x']],
    ['$2 \\times 3$', ['2 \\times 3']],
    ['\\(a\\) and \\(b\\)', ['a', 'b']],
    ['| $|x|$ | b |', ['|x|']],
    ['$\\text{costs \\$5}$', ['\\text{costs \\$5}']],
    ['x $$y$$ z', ['y']],
    ['\\[ a \\]', [' a ']],
    ['$a\nb$', ['a\nb']],
  ];
  it.each(found)('are found: %s', (text, tex) => expect(formulasOf(text)).toEqual(tex));

  const none = [
    '`$x$`',
    '``$a$ ` $b$``',
    '```\n$x$\n```',
    '$a\n\nb$',
    '\\[1\\]',
    '\\[not a link\\](/x)',
    'https://e.org/$a$',
  ];
  it.each(none)('are not taken out of code, addresses or escapes: %s', (text) =>
    expect(formulasOf(text)).toEqual([]),
  );

  it('stand on lines of their own between $$ or brackets, with what Markdown would read as a list', () => {
    expect(parts('a\n\n$$\nx\n+ y\n= z\n$$\n\nb')).toEqual(['a\n\n', ['\nx\n+ y\n= z\n', true], '\n\nb']);
  });

  it('lose the marks of the quote that they stand in', () => {
    expect(formulasOf('> \\[\n> a\n> = b\n> \\]')).toEqual(['\na\n= b\n']);
  });

  it('cost no more than linear time, however many are opened', () => {
    const before = performance.now();
    for (const mark of ['$', '$$', '\\(', '\\[', '$a', '`', '$5 a ']) takeFormulas(`${mark} `.repeat(20_000));
    // Not a measure of speed: quadratic time would be minutes.
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

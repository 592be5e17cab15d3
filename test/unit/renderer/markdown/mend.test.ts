import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend } from '../../../../renderer/features/markdown/mend';
import { render } from './render';

const cases: readonly (readonly [string, string])[] = [
  ['a **bold', 'a **bold**'],
  ['a **bold*', 'a **bold**'],
  ['a **', 'a'],
  ['a *', 'a'],
  ['a *em', 'a *em*'],
  ['**a *b', '**a *b***'],
  ['2 * 3', '2 * 3'],
  ['snake_case_name', 'snake_case_name'],
  ['a _em', 'a _em_'],
  ['a ~~gone', 'a ~~gone~~'],
  ['a `code', 'a `code`'],
  ['a `', 'a'],
  ['a ``co`de', 'a ``co`de``'],
  ['a [link', 'a link'],
  ['a [link]', 'a link'],
  ['a [link](https://exa', 'a link'],
  ['a [link](https://e.org)', 'a [link](https://e.org)'],
  ['a ![alt](x', 'a'],
  ['a[^1', 'a'],
  ['- [', ''],
  ['- a\n- ', '- a'],
  ['text\n-', 'text'],
  ['text\n1.', 'text'],
  ['#', ''],
  ['``', ''],
  ['a $x^2', 'a'],
  ['a \\(x', 'a'],
  ['costs $5', 'costs $5'],
  ['costs $5 and', 'costs $5 and'],
  ['| a | b', '| a | b\n|---|---|'],
  ['| a | b |\n|--', '| a | b |\n|---|---|'],
  ['| a |\n|---|\n| **x', '| a |\n|---|\n| **x**'],
  ['- a\n  ```ts\n  let **a', '- a\n  ```ts\n  let **a'],
  ['done.', 'done.'],
];

describe('Markdown that is still being written', () => {
  it.each(cases)('looks as it will: %j', (source, mended) => expect(mend(source)).toBe(mended));

  it('shows no mark on the way to formatted text', () => {
    const text =
      'Some **bold words**, *emphasis*, `code`, ~~gone~~, [a link](https://e.org/x) and $x^2 + y$; \\(z\\).\n\n' +
      '| a | b |\n|---|---|\n| **c** | d |\n\n1. one **two**\n2. `three`\n\n$$\nx = y\n$$\n\n**说明：**如下';
    for (let end = 1; end <= text.length; end += 1) {
      const shown = render(text.slice(0, end), true).replace(/<[^>]+>/g, ' ');
      expect(shown, text.slice(0, end)).not.toMatch(/\*|~|`|\||\$|\]\(|\\[()[\]]/);
    }
  });

  it('is left as it is where nothing is open', () => {
    const words = fc.array(fc.constantFrom('one', 'two', '**three**', '`four`', '5', '六', '(seven)'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, (all) => {
        const text = `a ${all.join(' ')}.`;
        expect(mend(text)).toBe(text);
      }),
      { seed: 3 },
    );
  });
});

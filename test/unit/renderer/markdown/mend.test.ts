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
  ['one<br', 'one'],
  ['| a | one<BR /', '| a | one\n|---|---|'],
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

  it('is formatted in a footnote, too', () => {
    expect(render('Text[^1].\n\n[^1]: A **no', true)).toContain('<strong>no</strong>');
    expect(render('Text[^1].\n\n[^1]: A **no', false)).toContain('A **no');
  });

  it('has its references to footnotes numbered before the notes have come, and never shows one as it is written', () => {
    const text =
      'It is known[^b], and *often* said[^a]; see `[^x]`.\n\n- As[^2] here\n\n[^b]: B **one**.\n[^a]: A.\n[^2]: Two.';
    const numbers = (html: string) =>
      [...html.matchAll(/<sup[^>]*>(?:<a[^>]*>)?(\d+)/g)].map(([, number]) => number);
    const marks = (html: string) => html.replace(/<code>.*?<\/code>/g, '').replace(/<[^>]+>/g, ' ');
    for (let end = 1; end <= text.length; end += 1) {
      const html = render(text.slice(0, end), true);
      expect(marks(html), text.slice(0, end)).not.toMatch(/\[|\]|\^/);
      expect(numbers(html)).toEqual(['1', '2', '3'].slice(0, numbers(html).length));
    }
    expect(numbers(render(text))).toEqual(['1', '2', '3']);
  });

  it('links a reference once there is a note to go to', () => {
    const before = render('Known[^1], it is.', true);
    expect(before).toContain('<sup');
    expect(before).not.toMatch(/<a |<section/);
    expect(render('Known[^1], it is.\n\n[^1]: So', true)).toMatch(/<sup[^>]*><a .*<section/);
  });

  it('shows a reference as it was written where no note has come to the end', () => {
    expect(render('Known[^1], it is.', false)).toContain('Known[^1], it is.');
  });

  it.each([
    'Any but a letter [^a-z] is',
    'A `pattern [^1]` is',
    '- item\n\n  ```\n  [^1] in code',
    'A [^1](https://e.org) link',
  ])('takes nothing else for a reference: %s', (text) => {
    expect(render(text, true)).not.toContain('<sup');
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

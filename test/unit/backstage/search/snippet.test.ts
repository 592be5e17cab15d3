import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needlesOf } from '../../../../main/backstage/search/needles';
import { parseQuery } from '../../../../main/backstage/search/parse-query';
import { findSnippet } from '../../../../main/backstage/search/snippet';

const snippetOf = (text: string, query: string) => findSnippet(text, needlesOf(parseQuery(query)).wanted);
/** The snippet with its marks in brackets. */
const marked = (text: string, query = 'heron '): string => {
  const { snippet } = snippetOf(text, query);
  return snippet.marks.reduceRight(
    (all, [start, end]) => `${all.slice(0, start)}<${all.slice(start, end)}>${all.slice(end)}`,
    snippet.text,
  );
};

describe('findSnippet', () => {
  it('shows what was found with its marks in the cut text, on one line', () => {
    const { snippet, found } = snippetOf(
      `${'word '.repeat(200)}\n\nthe KINGFISHER waits ${'more '.repeat(99)}`,
      'kingf',
    );
    expect(snippet.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['KINGFISHER']);
    expect(snippet.text).toMatch(/^…word .* the KINGFISHER waits more .*…$/);
    expect(found).toEqual(['KINGFISHER']);
  });

  it('cuts no character in half', () => {
    const { snippet } = snippetOf(`${'😀'.repeat(300)} needle ${'😀'.repeat(300)}`, 'needle ');
    expect(snippet.text).not.toMatch(/[\ud800-\udfff](?![\ud800-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/);
    expect(snippet.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['needle']);
  });

  it('shows the beginning where only an operator found the message', () => {
    expect(snippetOf('  Hello there', 'role:user').snippet).toEqual({ text: 'Hello there', marks: [] });
  });

  it('reads as the message does, not as Markdown is written', () => {
    expect(marked('## The **grey heron**, a _wading_ bird')).toBe('The grey <heron>, a wading bird');
    expect(marked('> - [x] see [the heron](https://example.com/a "b") ![](c.png)')).toBe('see the <heron>');
    expect(marked('| Bird | Legs |\n| --- | :---: |\n| heron | `2` |')).toBe('Bird Legs <heron> 2');
    expect(marked('***\n\n* a ~~small~~ **_heron_**\n\n---\n1. next')).toBe('a small <heron> 1. next');
    expect(marked('一只**苍鹭**站着', '苍鹭')).toBe('一只<苍鹭>站着');
  });

  it('keeps what only looks like Markdown: in code, in names and in sums', () => {
    expect(marked('so:\n```python\ndef heron(*args, **kwargs):\n    # a comment\n```\n**done**')).toBe(
      'so: def <heron>(*args, **kwargs): # a comment done',
    );
    expect(marked('heron: `**kwargs`, snake_case_name, 2 * 3 * 4, a | b, C#')).toBe(
      '<heron>: **kwargs, snake_case_name, 2 * 3 * 4, a | b, C#',
    );
  });

  it('keeps signs that hold what was found', () => {
    expect(marked('```heron\nx\n```')).toBe('```<heron> x');
    expect(marked('[a bird](https://example.com/heron)')).toBe('[a bird](https://example.com/<heron>)');
    expect(marked('the grey **heron** stands', '"grey heron stands"')).toBe('the <grey heron stands>');
  });

  it('marks exactly what was found, whatever stands around it', () => {
    const sign = fc.constantFrom(
      ...'*_`~|#>-[]()!\\\n \t😀é天'.split(''),
      'word',
      '```',
      '**',
      '](x)',
      'x'.repeat(300),
    );
    const noise = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const { snippet } = snippetOf(`${before} heron ${after}`, 'heron ');
        expect(snippet.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['heron']);
        expect(snippet.text.length).toBeLessThan(190);
        expect(snippet.text).not.toMatch(/\n| {2}/);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays quick where signs never end', () => {
    const hostile = ['`', '*', '[', '_ ', '-', '|', '> ', '``', '**a', '\\'].map((sign) =>
      sign.repeat(200_000),
    );
    for (const text of hostile)
      expect(marked(`${text.slice(0, 100_000)} heron ${text}`)).toContain('<heron>');
  });
});

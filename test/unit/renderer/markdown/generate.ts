import fc from 'fast-check';

const word = fc.constantFrom(
  ...'the a code 天空 你好 is fast $5 x_1 2024 emoji🎉 https://example.org/a_b *star under_score'.split(' '),
  ...'\\(x^2\\) $a+b$ `let a` **bold** *em* ~~gone~~ [link](https://e.org) [ref] [^1] ![i](x.png) <br> &amp; \\* **说明：**'.split(
    ' ',
  ),
  ...'**open *half `tick [bracket ~~tilde $ $$ \\[ | < <b> &'.split(' '),
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const lines = (most: number) => fc.array(line, { minLength: 1, maxLength: most });

const indent = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);

const block = fc.letrec<{ block: string; list: string }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('- ', '* ', '1. ', '7) ', '- [ ] ', '- [x] '),
      fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
    )
    .map(([mark, items]) => items.map((item) => mark + indent(item, '   ')).join('\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    lines(3).map((all) => all.join('\n')),
    line.map((text) => `## ${text}`),
    line.map((text) => `${text}\n---`),
    fc.constantFrom('---', '***', '$$\na + b\n$$', '\\[\nx = y\n\n+ z\n\\]', '$$\nopen', '\\[ open'),
    fc
      .tuple(fc.constantFrom('```ts', '~~~', '````', '```', '```mermaid', '```html', '```svg'), lines(4))
      .map(([fence, all]) => `${fence}\n${all.join('\n\n')}\n${fence.replace(/\w+$/, '')}`),
    lines(3).map((all) => `\`\`\`py\n${all.join('\n')}`),
    lines(3).map((all) => `    ${all.join('\n    ')}`),
    lines(3).map((all) => `> ${all.join('\n> ')}`),
    lines(4).map((all) => `| a | b |\n|---|:-:|\n${all.map((text) => `| ${text} | 1 |`).join('\n')}`),
    fc.constantFrom(
      '[^1]: note\n\n    more',
      '[ref]: https://e.org "t"',
      '[^n]: one line',
      '<div>\n*x*\n</div>',
      '<!-- c\n\n-->',
      '<b>',
    ),
    tie('list'),
  ),
})).block;

/** Markdown such as people and models write, and such as they do not. */
export const markdown: fc.Arbitrary<string> = fc
  .array(fc.tuple(block, fc.constantFrom('\n\n', '\n', '\n\n\n', '\r\n\r\n')), { minLength: 1, maxLength: 8 })
  .map((blocks) => blocks.map(([text, end]) => text + end).join(''));

/** A text cut into tokens of 1 to 12 letters. */
export const tokens = (text: string, sizes: readonly number[]): readonly string[] => {
  const pieces: string[] = [];
  for (let at = 0, index = 0; at < text.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
};

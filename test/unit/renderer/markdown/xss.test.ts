import { describe, expect, it } from 'vitest';
import { typeset } from '../../../../renderer/features/markdown/typeset';
import { xssPayloads } from '../../../support/xss-payloads';
import { render } from './render';

const TAGS = new Set(
  (
    'a blockquote br button circle code del div em figcaption figure h1 h2 h3 h4 h5 h6 hr img input li line ol p path ' +
    'pre rect polyline section small span strong sup svg table tbody td th thead tr ul'
  ).split(' '),
);

interface Element {
  readonly tag: string;
  readonly attributes: readonly (readonly [string, string])[];
}

const elementsOf = (html: string): readonly Element[] =>
  [...html.matchAll(/<([A-Za-z][^\s/>]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, tag = '', rest = '']) => ({
      tag,
      attributes: [...rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    }),
  );

const isHarmful = ({ tag, attributes }: Element): boolean =>
  !TAGS.has(tag) ||
  attributes.some(
    ([name, value]) =>
      /^on|srcdoc|formaction|xlink|^action$/i.test(name) ||
      (name === 'href' && !/^(?:https?:|mailto:|#)/.test(value)) ||
      (name === 'src' && !/^data:image\/(?:png|jpeg|gif|webp|avif|bmp)[;,]/.test(value)) ||
      (name === 'style' && /url|expression/i.test(value)),
  );

describe('text that would be code', () => {
  it('is a corpus worth its name', () => {
    expect(new Set(xssPayloads).size).toBeGreaterThanOrEqual(200);
  });

  it.each(xssPayloads.map((payload) => [payload]))('makes no harmful element: %j', (payload) => {
    expect(elementsOf(render(payload)).filter(isHarmful)).toEqual([]);
    expect(elementsOf(render(payload, true)).filter(isHarmful)).toEqual([]);
  });

  it('would be seen if it were there', () => {
    const bad = [
      '<img src="x" onerror="a"/>',
      '<a href="javascript:a">x</a>',
      '<script>',
      '<img src="https://e.org"/>',
    ];
    for (const html of bad) expect(elementsOf(html).filter(isHarmful)).toHaveLength(1);
  });

  it('makes KaTeX write neither addresses nor attributes of its own', () => {
    for (const tex of [
      '\\href{javascript:x}{y}',
      '\\url{javascript:x}',
      '\\htmlData{a=b}{c}',
      '\\includegraphics{x}',
    ]) {
      const set = typeset(tex, false);
      expect(typeof set === 'string' ? set : '').not.toMatch(/href=|src=|data-a/);
    }
  });
});

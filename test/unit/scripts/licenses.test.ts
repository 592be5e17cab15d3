import { describe, expect, it } from 'vitest';
import { formatLicenses } from '../../../scripts/build/licenses.mjs';

const license = (name: string, version = '1.0.0') => ({
  name,
  version,
  identifier: 'MIT',
  text: `Copyright ${name}`,
});

describe('formatLicenses', () => {
  it('names a package once though two bundles hold it, and two versions of one apart', () => {
    const text = formatLicenses([license('b'), license('a'), license('b'), license('b', '2.0.0')]);
    expect(text.match(/^\S+ \d\S+ \(MIT\)$/gm)).toEqual(['a 1.0.0 (MIT)', 'b 1.0.0 (MIT)', 'b 2.0.0 (MIT)']);
    expect(text).toContain('Copyright a');
  });

  it('does not let a package pass whose licence has no text', () => {
    expect(() => formatLicenses([{ ...license('a'), text: ' ' }])).toThrow('a 1.0.0');
  });
});

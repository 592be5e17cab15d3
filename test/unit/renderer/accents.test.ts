import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { accents } from '../../../preload/contract/settings';

const stylesheet = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, `../../../renderer/styles/${name}`), 'utf8');
const tokens = stylesheet('tokens.css');
const contrast = stylesheet('contrast.css');

type Rgb = readonly [number, number, number];

/** OKLCH to linear sRGB, after Björn Ottosson, "A perceptual color space for image processing" (2020). */
const fromOklch = (lightness: number, chroma: number, hue: number): Rgb => {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};

const fromHex = (hex: string): Rgb => {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

/** Relative luminance and contrast as in WCAG 2.2. */
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const ratio = (one: Rgb, other: Rgb): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const numberOf = (source: string, name: string): number =>
  Number(new RegExp(`${name}: ([\\d.]+);`).exec(source)?.[1]);

const shadeOf = (accent: string) => {
  const rule = new RegExp(`\\[data-accent="${accent}"\\] \\{([^}]+)\\}`).exec(tokens)?.[1] ?? tokens;
  return { hue: numberOf(rule, '--accent-hue'), chroma: numberOf(rule, '--accent-chroma') };
};

/** Both sides of a `light-dark()` of two colours. */
const pairOf = (source: string, name: string, accent: string): readonly [Rgb, Rgb] => {
  const text = new RegExp(`--${name}: light-dark\\(([^;]+)\\);`).exec(source)?.[1] ?? '';
  const { hue, chroma } = shadeOf(accent);
  const colours = [
    ...text.matchAll(
      /#[0-9a-f]{6}|oklch\(([\d.]+) (calc\([^)]+\) \/ [\d.]+\)|calc\(var[^/]+\/ [\d.]+\)|var\([^)]+\)|[\d.]+)/g,
    ),
  ];
  const [light, dark] = colours.map(([whole, lightness, given = '']) => {
    if (whole.startsWith('#')) return fromHex(whole);
    const part = Number(/\/ ([\d.]+)/.exec(given)?.[1] ?? 1);
    return fromOklch(Number(lightness), given.includes('var') ? chroma / part : Number(given), hue);
  });
  if (light === undefined || dark === undefined) throw new Error(`no pair of colours in --${name}`);
  return [light, dark];
};

const pairs = (source: string, one: string, other: string, otherSource: string, accent: string) => {
  const [a, b] = [pairOf(source, one, accent), pairOf(otherSource, other, accent)];
  return [ratio(a[0], b[0]), ratio(a[1], b[1])];
};

describe.each(accents)('the accent %s', (accent) => {
  it('has colours that a screen can show', () => {
    for (const name of ['accent', 'accent-strong', 'accent-tint']) {
      for (const channel of pairOf(tokens, name, accent).flat()) {
        expect(channel).toBeGreaterThanOrEqual(-0.002);
        expect(channel).toBeLessThanOrEqual(1.002);
      }
    }
  });

  it('can be read on every ground, and what stands on it too (WCAG AA: 4.5)', () => {
    for (const ground of ['page', 'sidebar', 'raised', 'tint', 'accent-tint', 'on-accent']) {
      for (const found of pairs(tokens, 'accent', ground, tokens, accent)) {
        expect([ground, found >= 4.5, found]).toEqual([ground, true, found]);
      }
    }
    for (const found of pairs(tokens, 'text', 'accent-tint', tokens, accent))
      expect(found).toBeGreaterThan(7);
  });

  it('has high contrast where that is asked for (WCAG AAA: 7)', () => {
    for (const found of pairs(contrast, 'accent', 'page', contrast, accent))
      expect(found).toBeGreaterThanOrEqual(7);
  });
});

import { describe, expect, it } from 'vitest';
import type { ImageRule } from '../../../main/backstage/counting-rule';
import { imageTokens } from '../../../main/backstage/tokens/image-tokens';
import { imageRuleOf } from '../../../main/models/image-rule';

const ruleOf = (model: string): ImageRule => {
  const rule = imageRuleOf(model);
  if (rule === null) throw new Error(`no rule for ${model}`);
  return rule;
};

const high = (model: string, width: number, height: number): number =>
  imageTokens(ruleOf(model), { width, height, detail: 'high' });
const low = (model: string, width: number, height: number): number =>
  imageTokens(ruleOf(model), { width, height, detail: 'low' });

describe('an image costs what OpenAI publishes', () => {
  it('in tiles, by the examples of the guide', () => {
    expect(high('gpt-4o', 1024, 1024)).toBe(765);
    expect(high('gpt-4o', 2048, 4096)).toBe(1105);
    expect(low('gpt-4o', 4096, 8192)).toBe(85);
  });

  it('in patches, by the examples of the guide', () => {
    expect(high('gpt-5.4', 1024, 1024)).toBe(1229);
    expect(high('gpt-5.4', 2048, 2048)).toBe(3000);
    // The edition of 2025, whose models looked at 1,536 patches.
    expect(high('o4-mini', 1024, 1024)).toBe(Math.ceil(1024 * 1.72));
    expect(high('o4-mini', 1800, 2400)).toBe(Math.ceil(1452 * 1.72));
  });

  it('as it was measured at the API, where the guide of that time had another multiplier', () => {
    // 1600 × 1600 as 1248 × 1248: community.openai.com/t/1377015.
    expect(high('gpt-5-mini', 1600, 1600)).toBe(Math.ceil(1521 * 1.2));
    expect(high('gpt-5-nano', 1600, 1600)).toBe(Math.ceil(1521 * 1.5));
  });

  it('by the limits of each detail', () => {
    const each = (model: string) =>
      (['low', 'high', 'auto'] as const).map((detail) =>
        imageTokens(ruleOf(model), { width: 2048, height: 2048, detail }),
      );
    const all = Math.ceil(4096 * 1.2);
    expect(each('gpt-5.6-sol')).toEqual([308, 3000, all]);
    expect(each('gpt-5.5')).toEqual([308, 3000, all]);
    expect(each('gpt-5.4-mini')).toEqual([all, 3000, 3000]);
    expect(each('gpt-5.2')).toEqual([all, all, all]);
    expect(each('gpt-4.1-mini')).toEqual(Array(3).fill(Math.ceil(4096 * 1.62)));
    expect(each('gpt-5.1')).toEqual([70, 70 + 4 * 140, 70 + 4 * 140]);
  });

  it('with its longer side rounded down, so that part of a pixel is no tile of its own', () => {
    // 1,536.998 pixels: three tiles, not four.
    expect(high('gpt-4o', 769, 1539)).toBe(85 + 2 * 3 * 170);
  });

  it('by the base and tile of each family', () => {
    const square = (model: string) => high(model, 512, 512);
    expect(square('gpt-4o-mini')).toBe(2833 + 5667);
    expect(square('gpt-4.1')).toBe(85 + 170);
    expect(square('gpt-4-turbo')).toBe(85 + 170);
    expect(square('gpt-4-vision-preview')).toBe(85 + 170);
    expect(square('o1')).toBe(75 + 150);
    expect(square('o3')).toBe(75 + 150);
    expect(square('gpt-5')).toBe(70 + 140);
    expect(square('gpt-5-chat-latest')).toBe(70 + 140);
    expect(square('gpt-4.1-mini')).toBe(Math.ceil(256 * 1.62));
    expect(square('gpt-4.1-nano')).toBe(Math.ceil(256 * 2.46));
    expect(square('o4-mini')).toBe(Math.ceil(256 * 1.72));
  });

  it('whatever snapshot, deployment or fine-tuned model the id names', () => {
    expect(imageRuleOf('gpt-4o-2024-08-06')).toEqual(imageRuleOf('gpt-4o'));
    expect(imageRuleOf('ft:gpt-4o-mini:org::x')).toEqual(imageRuleOf('gpt-4o-mini'));
    expect(imageRuleOf('openai/gpt-5-mini-2025-08-07')).toEqual(imageRuleOf('gpt-5-mini'));
  });

  it('and nobody is told an exact number where nothing is published', () => {
    for (const model of ['llama-3.2-vision', 'gpt-5.3-codex', 'gpt-5.2-chat-latest', 'gpt-3.5-turbo', ''])
      expect(imageRuleOf(model)).toBeNull();
  });
});

describe('the number stays sound at the edges', () => {
  it('a small image is never made larger', () => {
    expect(high('gpt-4o', 1, 1)).toBe(255);
    expect(high('gpt-4.1-mini', 1, 1)).toBe(2);
  });

  it('a strip of one pixel costs as many tiles as it is long', () => {
    expect(high('gpt-4o', 2048, 1)).toBe(85 + 4 * 170);
    expect(high('gpt-4o', 8192, 4)).toBe(85 + 4 * 170);
  });

  it('never more patches than the model looks at, whatever the shape', () => {
    for (let width = 100; width < 9000; width += 317) {
      for (let height = 100; height < 9000; height += 411) {
        const tokens = high('o4-mini', width, height);
        expect(tokens).toBeLessThanOrEqual(Math.ceil(1536 * 1.72));
      }
    }
  });

  it('auto counts as high where it is not said otherwise', () => {
    expect(imageTokens(ruleOf('gpt-4o'), { width: 1024, height: 1024, detail: 'auto' })).toBe(765);
  });
});

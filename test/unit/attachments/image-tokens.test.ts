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
    const one = { kind: 'patches', multiplier: 1 } as const;
    expect(imageTokens(one, { width: 1024, height: 1024, detail: 'high' })).toBe(1024);
    expect(imageTokens(one, { width: 1800, height: 2400, detail: 'high' })).toBe(1452);
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
    expect(square('gpt-5-nano')).toBe(Math.ceil(256 * 2.46));
    expect(square('o4-mini')).toBe(Math.ceil(256 * 1.72));
  });

  it('whatever snapshot, deployment or fine-tuned model the id names', () => {
    expect(imageRuleOf('gpt-4o-2024-08-06')).toEqual(imageRuleOf('gpt-4o'));
    expect(imageRuleOf('ft:gpt-4o-mini:org::x')).toEqual(imageRuleOf('gpt-4o-mini'));
    expect(imageRuleOf('openai/gpt-5-mini-2025-08-07')).toEqual(imageRuleOf('gpt-5-mini'));
  });

  it('and nobody is told an exact number where nothing is published', () => {
    for (const model of ['llama-3.2-vision', 'gpt-5.4', 'gpt-3.5-turbo', ''])
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
        expect(
          imageTokens({ kind: 'patches', multiplier: 1 }, { width, height, detail: 'high' }),
        ).toBeLessThanOrEqual(1536);
      }
    }
  });

  it('auto counts as high: the model may look as closely', () => {
    expect(imageTokens(ruleOf('gpt-4o'), { width: 1024, height: 1024, detail: 'auto' })).toBe(765);
  });
});

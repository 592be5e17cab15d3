import type { ImageRule } from '../backstage/counting-rule';
import { baseModelIds } from './base-model';

const tiles = (base: number, tile: number): ImageRule => ({ kind: 'tiles', base, tile });
const patches = (multiplier: number): ImageRule => ({ kind: 'patches', multiplier });

/**
 * By the beginning of a model's id, the more special first. From OpenAI's guide "Images and vision", "Calculating costs"
 * (its tables of 2025 and 2026); gpt-4-turbo and gpt-4-vision-preview by the guide of 2024.
 */
const RULES: readonly (readonly [prefix: RegExp, rule: ImageRule])[] = [
  [/^gpt-4o-mini/, { kind: 'tiles', base: 2833, tile: 5667, inWindow: { base: 85, tile: 170 } }],
  [/^(gpt-4o|chatgpt-4o|gpt-4\.5|gpt-4-turbo|gpt-4-vision|gpt-4-1106-vision)/, tiles(85, 170)],
  [/^gpt-4\.1-mini/, patches(1.62)],
  [/^gpt-4\.1-nano/, patches(2.46)],
  [/^gpt-4\.1/, tiles(85, 170)],
  [/^gpt-5-mini/, patches(1.62)],
  [/^gpt-5-nano/, patches(2.46)],
  [/^gpt-5(-|$)/, tiles(70, 140)],
  [/^(o4-mini|codex-mini)/, patches(1.72)],
  [/^(o1|o3)(-|$)/, tiles(75, 150)],
  [/^computer-use-preview/, tiles(65, 129)],
];

/** What images cost a model, or null where OpenAI's guide does not say. Names of deployments and forks count as their base. */
export const imageRuleOf = (modelId: string): ImageRule | null => {
  for (const id of baseModelIds(modelId)) {
    const found = RULES.find(([prefix]) => prefix.test(id));
    if (found !== undefined) return found[1];
  }
  return null;
};

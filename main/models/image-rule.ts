import type { ImageRule, PatchLimit } from '../backstage/counting-rule';
import { baseModelIds } from './base-model';

const tiles = (base: number, tile: number): ImageRule => ({ kind: 'tiles', base, tile });

/** Limits of each detail; `high` and `low` where they differ from `auto`. */
const patches = (
  multiplier: number,
  auto: PatchLimit,
  { high = auto, low = auto }: { readonly high?: PatchLimit; readonly low?: PatchLimit } = {},
): ImageRule => ({ kind: 'patches', multiplier, limits: { auto, high, low } });

const LOW: PatchLimit = { side: 512, patches: null };
const UP_TO_1536: PatchLimit = { side: 2048, patches: 1536 };
const UP_TO_2500: PatchLimit = { side: 2048, patches: 2500 };
const UP_TO_6144: PatchLimit = { side: 2048, patches: 6144 };
const UP_TO_10000: PatchLimit = { side: 6000, patches: 10_000 };
const ORIGINAL: PatchLimit = { side: 65_535, patches: null };

/**
 * By the beginning of a model's id, the more special first. From OpenAI's guide "Images and vision", "Model sizing behavior"
 * and "Calculating costs", as of autumn 2026 (https://developers.openai.com/api/docs/guides/images-vision).
 * - What that no longer lists is from earlier editions: gpt-4.5 and computer-use-preview of 2025, gpt-4-turbo and
 *   gpt-4-vision-preview of 2024. So are the 1,536 patches of the smallest models, whose `low` changes nothing.
 * - Until 2026 the guide had 1.62 and 2.46 for gpt-5-mini and gpt-5-nano, but 1.2 and 1.5 were billed
 *   (https://community.openai.com/t/1344040 and /t/1377015, by measurement); now it has these.
 * - "Specialized variants can use different limits": -codex, -pro and -chat-latest of 5.1 and later are not known.
 */
const RULES: readonly (readonly [id: RegExp, rule: ImageRule])[] = [
  [/^gpt-4o-mini/, { kind: 'tiles', base: 2833, tile: 5667, inWindow: { base: 85, tile: 170 } }],
  [/^(gpt-4o|chatgpt-4o|gpt-4\.5|gpt-4-turbo|gpt-4-vision|gpt-4-1106-vision)/, tiles(85, 170)],
  [/^gpt-4\.1-mini/, patches(1.62, UP_TO_6144)],
  [/^gpt-4\.1-nano/, patches(2.46, UP_TO_1536)],
  [/^gpt-4\.1/, tiles(85, 170)],
  [/^gpt-5\.6(-(sol|terra|luna))?$/, patches(1.2, ORIGINAL, { high: UP_TO_2500, low: LOW })],
  [/^gpt-5\.5$/, patches(1.2, UP_TO_10000, { high: UP_TO_2500, low: LOW })],
  // Its low detail can cost more than its high one.
  [/^gpt-5\.4(-mini|-nano)?$/, patches(1.2, UP_TO_2500, { low: UP_TO_6144 })],
  [/^gpt-5\.2$/, patches(1.2, UP_TO_6144)],
  [/^gpt-5\.1$/, tiles(70, 140)],
  [/^gpt-5-mini/, patches(1.2, UP_TO_1536)],
  [/^gpt-5-nano/, patches(1.5, UP_TO_1536)],
  [/^gpt-5(-|$)/, tiles(70, 140)],
  [/^(o4-mini|codex-mini)/, patches(1.72, UP_TO_1536)],
  [/^(o1|o3)(-|$)/, tiles(75, 150)],
  [/^computer-use-preview/, tiles(65, 129)],
];

/** What images cost a model, or null where OpenAI's guide does not say. Names of deployments and forks count as their base. */
export const imageRuleOf = (modelId: string): ImageRule | null => {
  for (const id of baseModelIds(modelId)) {
    const found = RULES.find(([known]) => known.test(id));
    if (found !== undefined) return found[1];
  }
  return null;
};
